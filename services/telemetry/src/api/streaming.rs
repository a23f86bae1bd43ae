//! Batch after batch of one stream; several wait for the disk at the same time.

use futures::{FutureExt, StreamExt, stream::FuturesOrdered};
use kit::{auth::Caller, error::Error};
use proto::telemetry::v1::RecordSummary;
use tonic::{Request, Status, Streaming};

use crate::{
    Telemetry,
    ingest::{Sender, batch::add},
};

/// Batches of one stream that are under way at the same time.
const UNDER_WAY: usize = 4;

/// What became of a stream.
#[derive(Default)]
pub(super) struct Streamed {
    pub(super) summary: RecordSummary,
    pub(super) batch_count: i64,
}

/// Records every batch of a stream. `application` says for which one a batch is, and is asked of the first only; `record`
/// makes a batch durable. A batch that is refused ends the stream.
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
    let mut sender: Option<Sender> = None;
    let mut streamed = Streamed::default();
    let mut under_way = FuturesOrdered::new();
    while let Some(batch) = batches.message().await? {
        let sender = if let Some(sender) = &sender {
            sender.clone()
        } else {
            let found = s.ingest.sender(&metadata, caller.clone(), application(&batch)).await?;
            sender.insert(found).clone()
        };
        if under_way.len() >= UNDER_WAY
            && let Some(done) = under_way.next().await
        {
            streamed.take(done)?;
        }
        under_way.push_back(record(sender, batch));
        // Begin at once: a future does nothing until it is asked.
        if let Some(Some(done)) = under_way.next().now_or_never() {
            streamed.take(done)?;
        }
    }
    while let Some(done) = under_way.next().await {
        streamed.take(done)?;
    }
    Ok(streamed)
}

impl Streamed {
    fn take(&mut self, done: Result<RecordSummary, Error>) -> Result<(), Error> {
        add(&mut self.summary, done?);
        self.batch_count += 1;
        Ok(())
    }
}
