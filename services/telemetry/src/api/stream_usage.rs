//! `StreamUsage`: records batch after batch of events.

use proto::telemetry::v1::{StreamUsageRequest, StreamUsageResponse};
use tonic::{Request, Response, Status, Streaming};

use super::streaming::record_all;
use crate::Telemetry;

pub(super) async fn stream_usage(
    s: &Telemetry,
    request: Request<Streaming<StreamUsageRequest>>,
) -> Result<Response<StreamUsageResponse>, Status> {
    let streamed = record_all(
        s,
        request,
        |batch| &batch.application,
        |sender, batch| async move { s.ingest.record(&sender, &batch.events).await },
    )
    .await?;
    Ok(Response::new(StreamUsageResponse {
        summary: Some(streamed.summary),
        batch_count: streamed.batch_count,
    }))
}
