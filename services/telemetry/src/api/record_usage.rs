//! `RecordUsage`: records a batch of events.

use kit::{auth::Caller, error::Error};
use proto::telemetry::v1::{RecordUsageRequest, RecordUsageResponse};
use tonic::{Request, Response};

use crate::Telemetry;

pub(super) async fn record_usage(
    s: &Telemetry,
    request: Request<RecordUsageRequest>,
) -> Result<Response<RecordUsageResponse>, Error> {
    let caller = Caller::of(&request)?;
    let sender = s.ingest.sender(request.metadata(), caller, &request.get_ref().application).await?;
    let summary = s.ingest.record(&sender, &request.get_ref().events).await?;
    Ok(Response::new(RecordUsageResponse { summary: Some(summary) }))
}
