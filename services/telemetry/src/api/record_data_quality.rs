//! `RecordDataQuality`: records a batch of reports.

use kit::{auth::Caller, error::Error};
use proto::telemetry::v1::{RecordDataQualityRequest, RecordDataQualityResponse};
use tonic::{Request, Response};

use crate::Telemetry;

pub(super) async fn record_data_quality(
    s: &Telemetry,
    request: Request<RecordDataQualityRequest>,
) -> Result<Response<RecordDataQualityResponse>, Error> {
    let caller = Caller::of(&request)?;
    let sender = s.ingest.sender(request.metadata(), caller, &request.get_ref().application).await?;
    let summary = s.ingest.record_quality(&sender, &request.get_ref().reports).await?;
    Ok(Response::new(RecordDataQualityResponse { summary: Some(summary) }))
}
