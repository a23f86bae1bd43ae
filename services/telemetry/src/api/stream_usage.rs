//! `StreamUsage`: records batch after batch; several wait for the disk at the same time.

use std::sync::Arc;

use futures::{StreamExt, stream::FuturesOrdered};
use kit::{auth::Caller, error::Error};
use proto::telemetry::v1::{RecordSummary, StreamUsageRequest, StreamUsageResponse};
use tonic::{Request, Response, Status, Streaming};

use crate::{
    Telemetry,
    ingest::{Ingest, Sender, batch::add},
};

/// Batches of one stream that are under way at the same time.
const UNDER_WAY: usize = 4;

pub(super) async fn stream_usage(
    s: &Telemetry,
    request: Request<Streaming<StreamUsageRequest>>,
) -> Result<Response<StreamUsageResponse>, Status> {
    let caller = Caller::of(&request)?;
    let (metadata, _, mut batches) = request.into_parts();
    let mut sender: Option<Sender> = None;
    let mut answer = StreamUsageResponse { summary: Some(RecordSummary::default()), batch_count: 0 };
    let mut under_way = FuturesOrdered::new();
    while let Some(batch) = batches.message().await? {
        let sender = match &sender {
            Some(sender) => sender.clone(),
            None => {
                sender.insert(s.ingest.sender(&metadata, caller.clone(), &batch.application).await?).clone()
            }
        };
        if under_way.len() >= UNDER_WAY
            && let Some(done) = under_way.next().await
        {
            take(&mut answer, done)?;
        }
        under_way.push_back(record(s.ingest.clone(), sender, batch));
        // Begin at once: a future does nothing until it is asked.
        if let Some(Some(done)) = futures::FutureExt::now_or_never(under_way.next()) {
            take(&mut answer, done)?;
        }
    }
    while let Some(done) = under_way.next().await {
        take(&mut answer, done)?;
    }
    Ok(Response::new(answer))
}

async fn record(
    ingest: Arc<Ingest>,
    sender: Sender,
    batch: StreamUsageRequest,
) -> Result<RecordSummary, Error> {
    ingest.record(&sender, &batch.events).await
}

fn take(answer: &mut StreamUsageResponse, done: Result<RecordSummary, Error>) -> Result<(), Error> {
    add(answer.summary.get_or_insert_default(), done?);
    answer.batch_count += 1;
    Ok(())
}
