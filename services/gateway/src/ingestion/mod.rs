//! `POST /v1/usage` and `POST /v1/data-quality`: the way in for applications that do not speak gRPC.
//!
//! The body is JSON (`{"events": […]}`, a list, or a single one; `reports` for data quality) or NDJSON, one a line, at most
//! 1 MiB; what one looks like says the module of its kind. The key of the application comes as `authorization: Bearer hgk_…`.
//! What is answered with 200 is on disk. It is recorded in batches of 500, each of them whole or not at all, and
//! idempotently by `event_id` or `report_id`, so a request may simply be sent again.

mod answer;
mod data_quality;
mod parse;
mod scalar;
mod usage;

use axum::{
    Router,
    body::Bytes,
    extract::{Request, State},
    response::Response,
    routing::post,
};
use http::{HeaderMap, header};
use http_body_util::{BodyExt, Limited};
use kit::{
    client::{Outgoing, Transport},
    localize::Language,
};
use proto::telemetry::v1::{RecordSummary, usage_service_client::UsageServiceClient};
use serde::Deserialize;
use tonic::{
    Status,
    metadata::{AsciiMetadataKey, MetadataMap, MetadataValue},
};

use self::{answer::Refusal, data_quality::DataQuality, scalar::Wrong, usage::Usage};
use crate::limits;

/// How many telemetry takes at once.
const BATCH: usize = 500;

type Client = UsageServiceClient<Outgoing>;

/// What is sent: its form in JSON, and what telemetry takes.
trait Kind: 'static {
    /// The list's name in a body, and at the beginning of violations' paths.
    const LIST: &'static str;
    /// One as it was sent.
    type Raw<'a>: Deserialize<'a>;
    /// A body that has the list inside: the application that it names, and the list.
    type Envelope<'a>: Deserialize<'a> + Into<(String, Vec<Self::Raw<'a>>)>;
    /// One as telemetry takes it.
    type Message: Send;

    /// What telemetry takes; what is wrong with the form goes into `wrong`. The rules of the content are telemetry's.
    fn message(raw: Self::Raw<'_>, wrong: &mut Vec<Wrong>) -> Self::Message;

    /// Has telemetry record a batch.
    fn record(
        client: &mut Client,
        application: String,
        batch: Vec<Self::Message>,
        headers: MetadataMap,
    ) -> impl Future<Output = Result<RecordSummary, Status>> + Send;
}

/// The ways in.
pub(crate) fn routes(transport: Transport) -> Router {
    Router::new()
        .route("/v1/usage", post(record::<Usage>))
        .route("/v1/data-quality", post(record::<DataQuality>))
        .with_state(transport)
}

/// Records what a request brings.
async fn record<K: Kind>(State(transport): State<Transport>, request: Request) -> Response {
    match tokio::time::timeout(limits::INGESTION_TIME, take::<K>(&transport, request)).await {
        Ok(Ok(summary)) => answer::recorded(&summary),
        Ok(Err((refusal, summary))) => answer::refused(&refusal, &summary),
        Err(_) => answer::refused(&Refusal::TooSlow, &RecordSummary::default()),
    }
}

type Refused = (Refusal, RecordSummary);

async fn take<K: Kind>(transport: &Transport, request: Request) -> Result<RecordSummary, Refused> {
    let nothing = RecordSummary::default();
    let (head, body) = request.into_parts();
    let language = language(&head.headers);
    if !head.headers.contains_key(header::AUTHORIZATION) {
        return Err((Refusal::NoKey, nothing));
    }
    let Some(format) = parse::Format::of(&head.headers) else { return Err((Refusal::ContentType, nothing)) };
    let body: Bytes = match Limited::new(body, limits::MESSAGE_IN).collect().await {
        Ok(whole) => whole.to_bytes(),
        Err(error) if error.is::<http_body_util::LengthLimitError>() => {
            return Err((Refusal::TooLarge, nothing));
        }
        Err(_) => return Err((Refusal::BrokenOff, nothing)),
    };
    let parsed = parse::parse::<K>(&body, format, language).map_err(|refusal| (refusal, nothing))?;
    send::<K>(transport, &head.headers, parsed).await
}

async fn send<K: Kind>(
    transport: &Transport,
    headers: &HeaderMap,
    parsed: parse::Parsed<K::Message>,
) -> Result<RecordSummary, Refused> {
    let mut client = UsageServiceClient::new(transport.as_network());
    let passed_on = passed_on(headers);
    let mut sum = RecordSummary::default();
    let mut first = 0;
    for batch in batches(parsed.messages) {
        let count = batch.len();
        match K::record(&mut client, parsed.application.clone(), batch, passed_on.clone()).await {
            Ok(summary) => add(&mut sum, &summary),
            Err(status) => {
                return Err((Refusal::Service { status: Box::new(status), list: K::LIST, first }, sum));
            }
        }
        first += count;
    }
    Ok(sum)
}

/// A list in batches; nearly always there is one, and it is not copied.
fn batches<M>(mut list: Vec<M>) -> Vec<Vec<M>> {
    let mut batches = Vec::with_capacity(list.len().div_ceil(BATCH));
    while list.len() > BATCH {
        let rest = list.split_off(BATCH);
        batches.push(std::mem::replace(&mut list, rest));
    }
    batches.push(list);
    batches
}

/// What telemetry has to know of the request: the key, and the language of its answers.
fn passed_on(headers: &HeaderMap) -> MetadataMap {
    let mut metadata = MetadataMap::new();
    for name in [header::AUTHORIZATION, header::ACCEPT_LANGUAGE] {
        let value = headers.get(&name).and_then(|v| v.to_str().ok());
        if let Some(value) = value.and_then(|v| MetadataValue::try_from(v).ok())
            && let Ok(key) = AsciiMetadataKey::from_bytes(name.as_str().as_bytes())
        {
            metadata.insert(key, value);
        }
    }
    metadata
}

fn add(sum: &mut RecordSummary, more: &RecordSummary) {
    sum.recorded += more.recorded;
    sum.duplicate += more.duplicate;
    sum.too_late += more.too_late;
    sum.unknown_people += more.unknown_people;
    sum.unknown_features += more.unknown_features;
}

fn language(headers: &HeaderMap) -> Language {
    headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|v| v.to_str().ok())
        .and_then(Language::of_accept_language)
        .unwrap_or_default()
}
