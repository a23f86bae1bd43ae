//! `POST /v1/usage`: usage for applications that do not speak gRPC.
//!
//! The body is JSON (`{"events": […]}`, a list, or one event) or NDJSON, an event a line, at most 1 MiB:
//!
//! ```json
//! {"event_id": "a-1", "time": "2026-03-21T09:30:00+03:30", "external_id": "1042", "feature": "opportunity.save"}
//! ```
//!
//! The key of the application comes as `authorization: Bearer hgk_…`. What is answered with 200 is on disk. Events are
//! recorded in batches of 500, each of them whole or not at all, and idempotently by `event_id`, so a request may simply be
//! sent again.

mod answer;
mod event;
mod parse;

use axum::{
    body::Bytes,
    extract::{Request, State},
    response::Response,
};
use http::{HeaderMap, HeaderName, header};
use http_body_util::{BodyExt, Limited};
use kit::{client::Transport, localize::Language};
use proto::telemetry::v1::{
    RecordSummary, RecordUsageRequest, UsageEvent, usage_service_client::UsageServiceClient,
};
use tonic::metadata::MetadataValue;

use self::answer::Refusal;
use crate::limits;

/// How many events telemetry takes at once.
const BATCH: usize = 500;

/// Records the events of a request.
pub(crate) async fn record(State(transport): State<Transport>, request: Request) -> Response {
    match tokio::time::timeout(limits::USAGE_TIME, take(&transport, request)).await {
        Ok(Ok(summary)) => answer::recorded(&summary),
        Ok(Err((refusal, summary))) => answer::refused(&refusal, &summary),
        Err(_) => answer::refused(&Refusal::TooSlow, &RecordSummary::default()),
    }
}

type Refused = (Refusal, RecordSummary);

async fn take(transport: &Transport, request: Request) -> Result<RecordSummary, Refused> {
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
    let parsed = parse::parse(&body, format, language).map_err(|refusal| (refusal, nothing))?;
    send(transport, &head.headers, parsed).await
}

async fn send(
    transport: &Transport,
    headers: &HeaderMap,
    parsed: parse::Parsed,
) -> Result<RecordSummary, Refused> {
    let mut client = UsageServiceClient::new(transport.as_network());
    let mut sum = RecordSummary::default();
    let mut first = 0;
    for events in batches(parsed.events) {
        let count = events.len();
        let mut call =
            tonic::Request::new(RecordUsageRequest { application: parsed.application.clone(), events });
        pass_on(headers, &header::AUTHORIZATION, &mut call);
        pass_on(headers, &header::ACCEPT_LANGUAGE, &mut call);
        match client.record_usage(call).await {
            Ok(answer) => add(&mut sum, &answer.into_inner().summary.unwrap_or_default()),
            Err(status) => return Err((Refusal::Service { status: Box::new(status), first }, sum)),
        }
        first += count;
    }
    Ok(sum)
}

/// The events in batches; nearly always there is one, and it is not copied.
fn batches(mut events: Vec<UsageEvent>) -> Vec<Vec<UsageEvent>> {
    let mut batches = Vec::with_capacity(events.len().div_ceil(BATCH));
    while events.len() > BATCH {
        let rest = events.split_off(BATCH);
        batches.push(std::mem::replace(&mut events, rest));
    }
    batches.push(events);
    batches
}

fn pass_on(headers: &HeaderMap, name: &HeaderName, call: &mut tonic::Request<RecordUsageRequest>) {
    let value = headers.get(name).and_then(|v| v.to_str().ok()).and_then(|v| MetadataValue::try_from(v).ok());
    if let Some(value) = value
        && let Ok(key) = tonic::metadata::AsciiMetadataKey::from_bytes(name.as_str().as_bytes())
    {
        call.metadata_mut().insert(key, value);
    }
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
