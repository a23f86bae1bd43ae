//! Batch after batch of one stream; several wait for the disk at the same time.

use std::time::Duration;

use futures::{StreamExt, stream::FuturesOrdered};
use kit::{auth::Caller, error::Error};
use proto::telemetry::v1::RecordSummary;
use tokio::time::timeout;
use tonic::{Request, Status, Streaming};

use crate::{
    Telemetry,
    ingest::{Sender, batch::add},
};

/// Batches of one stream that are under way at the same time.
const UNDER_WAY: usize = 4;

/// How long it is waited for the next batch of a stream.
const PATIENCE: Duration = Duration::from_secs(30);

/// What became of a stream.
#[derive(Default)]
pub(super) struct Streamed {
    pub(super) summary: RecordSummary,
    pub(super) batch_count: i64,
}

/// Records every batch of a stream. `application` says for which one a batch is, and is asked of the first only; `record`
/// makes a batch durable. A batch that is refused ends the stream, as does one that does not come for [`PATIENCE`].
pub(super) async fn record_all<B, F>(
    s: &Telemetry,
    request: Request<Streaming<B>>,
    application: impl Fn(&B) -> &str,
    record: impl Fn(Sender, B) -> F,
) -> Result<Streamed, Status>
where
    F: Future<Output = Result<RecordSummary, Error>>,
{
    let caller = Caller::of(&request)?;
    let (metadata, _, mut batches) = request.into_parts();
    let mut named: Option<String> = None;
    let mut streamed = Streamed::default();
    let mut under_way = FuturesOrdered::new();
    let ended = loop {
        let batch = tokio::select! {
            Some(done) = under_way.next(), if !under_way.is_empty() => {
                streamed.take(done)?;
                continue;
            }
            batch = timeout(PATIENCE, batches.message()) => batch,
        };
        let batch = match batch {
            Ok(Ok(Some(batch))) => batch,
            Ok(Ok(None)) => break Ok(()),
            Ok(Err(broken)) => break Err(broken),
            Err(_) => break Err(Status::deadline_exceeded("no batch came: send the rest on another stream")),
        };
        let named = named.get_or_insert_with(|| application(&batch).to_owned());
        // Each time: a key that was revoked meanwhile records nothing more.
        let sender = match s.ingest.sender(&metadata, caller.clone(), named).await {
            Ok(sender) => sender,
            Err(refused) => break Err(refused.into()),
        };
        if under_way.len() >= UNDER_WAY
            && let Some(done) = under_way.next().await
        {
            streamed.take(done)?;
        }
        under_way.push_back(record(sender, batch));
    };
    // However it ended: what came before is kept.
    while let Some(done) = under_way.next().await {
        streamed.take(done)?;
    }
    ended?;
    Ok(streamed)
}

impl Streamed {
    fn take(&mut self, done: Result<RecordSummary, Error>) -> Result<(), Error> {
        add(&mut self.summary, done?);
        self.batch_count += 1;
        Ok(())
    }
}
