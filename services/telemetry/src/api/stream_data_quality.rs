//! `StreamDataQuality`: records batch after batch of reports of data quality.

use proto::telemetry::v1::{StreamDataQualityRequest, StreamDataQualityResponse};
use tonic::{Request, Response, Status, Streaming};

use super::streaming::record_all;
use crate::Telemetry;

pub(super) async fn stream_data_quality(
    s: &Telemetry,
    request: Request<Streaming<StreamDataQualityRequest>>,
) -> Result<Response<StreamDataQualityResponse>, Status> {
    let streamed = record_all(
        s,
        request,
        |batch| &batch.application,
        |sender, batch| async move { s.ingest.record_quality(&sender, &batch.reports).await },
    )
    .await?;
    Ok(Response::new(StreamDataQualityResponse {
        summary: Some(streamed.summary),
        batch_count: streamed.batch_count,
    }))
}
