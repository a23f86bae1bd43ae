//! A telemetry that answers as told: by the key, the ids and the features of the events.

use std::time::Duration;

use kit::{
    auth::Peer,
    error::Error,
    localize::Language,
    violation::{Rule, Violations},
};
use proto::telemetry::v1::{
    ListUnknownsRequest, ListUnknownsResponse, RecordDataQualityRequest, RecordDataQualityResponse,
    RecordSummary, RecordUsageRequest, RecordUsageResponse, StreamDataQualityRequest,
    StreamDataQualityResponse, StreamUsageRequest, StreamUsageResponse, Unknown,
    usage_service_server::UsageService,
};
use tonic::{Request, Response, Status, Streaming};

/// The only key that is good.
pub(crate) const KEY: &str = "Bearer hgk_good";

pub(super) struct Telemetry;

#[async_trait::async_trait]
impl UsageService for Telemetry {
    async fn record_usage(
        &self,
        request: Request<RecordUsageRequest>,
    ) -> Result<Response<RecordUsageResponse>, Status> {
        if request.metadata().get("authorization").is_none_or(|v| v != KEY) {
            return Err(Error::unauthenticated("KEY_WRONG", "the key is wrong or revoked").into());
        }
        let events = &request.get_ref().events;
        assert!(events.len() <= 500, "batches are cut");
        let mut violations = Violations::new(Language::Fa);
        for (i, event) in events.iter().enumerate().filter(|(_, e)| e.event_id == "bad") {
            violations.add(format!("events[{i}].event_id"), &event.event_id, Rule::TooLong { max: 2 });
        }
        violations.check()?;
        if events[0].feature == "overload" {
            return Err(Error::exhausted("OVERLOADED", "too much at once", 7).into());
        }
        if let Some(millis) = events[0].feature.strip_prefix("slow-") {
            tokio::time::sleep(Duration::from_millis(millis.parse().unwrap())).await;
        }
        let summary = RecordSummary { recorded: i64::try_from(events.len()).unwrap(), ..Default::default() };
        Ok(Response::new(RecordUsageResponse { summary: Some(summary) }))
    }

    async fn stream_usage(
        &self,
        request: Request<Streaming<StreamUsageRequest>>,
    ) -> Result<Response<StreamUsageResponse>, Status> {
        let mut stream = request.into_inner();
        let mut batch_count = 0;
        while stream.message().await?.is_some() {
            batch_count += 1;
        }
        Ok(Response::new(StreamUsageResponse { summary: None, batch_count }))
    }

    /// Without a report: answers whether it knows where the call came from.
    async fn record_data_quality(
        &self,
        request: Request<RecordDataQualityRequest>,
    ) -> Result<Response<RecordDataQualityResponse>, Status> {
        let local = Peer::of(&request).is_some_and(|peer| peer.0.is_loopback());
        let reports = &request.get_ref().reports;
        assert!(reports.len() <= 500, "batches are cut");
        let mut violations = Violations::new(Language::Fa);
        for (i, report) in reports.iter().enumerate().filter(|(_, r)| r.complete < 0) {
            violations.range(&format!("reports[{i}].complete"), report.complete, 0..=9);
        }
        violations.check()?;
        let recorded = if reports.is_empty() { local.into() } else { i64::try_from(reports.len()).unwrap() };
        let summary = RecordSummary { recorded, ..Default::default() };
        Ok(Response::new(RecordDataQualityResponse { summary: Some(summary) }))
    }

    async fn stream_data_quality(
        &self,
        _: Request<Streaming<StreamDataQualityRequest>>,
    ) -> Result<Response<StreamDataQualityResponse>, Status> {
        Err(Status::unimplemented("the edge carries one kind of stream as the other"))
    }

    /// Answers more than may go out.
    async fn list_unknowns(
        &self,
        _: Request<ListUnknownsRequest>,
    ) -> Result<Response<ListUnknownsResponse>, Status> {
        let huge = Unknown { value: "x".repeat(5 << 20), ..Default::default() };
        Ok(Response::new(ListUnknownsResponse { people: vec![huge], ..Default::default() }))
    }
}
