//! `StreamDataQuality`.

use proto::{access::v1::Role, telemetry::v1::*};
use tonic::Code;

use crate::support::*;

fn batches(application: &str, count: usize) -> Vec<StreamDataQualityRequest> {
    let report = |id: String, person: usize| DataQualityReport {
        report_id: id,
        day: "2026-03-02".into(),
        feature: "deals".into(),
        whose: Some(data_quality_report::Whose::ExternalId(format!("E{person}"))),
        complete: 3,
        incomplete: 1,
        ..Default::default()
    };
    (0..count)
        .map(|batch| StreamDataQualityRequest {
            application: if batch == 0 { application.into() } else { String::new() },
            reports: (0..50).map(|i| report(format!("{batch}-{i}"), i % 19)).collect(),
        })
        .collect()
}

#[tokio::test]
async fn all_reports_are_on_disk_when_the_stream_is_answered() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let send = || async {
        let stream = futures::stream::iter(batches(&crm, 8));
        bench.usage(Role::Admin).stream_data_quality(stream).await.unwrap().into_inner()
    };
    let first = send().await;
    assert_eq!((first.batch_count, first.summary.unwrap().recorded), (8, 400));
    let again = send().await.summary.unwrap();
    assert_eq!((again.recorded, again.duplicate), (0, 400));
}

#[tokio::test]
async fn a_bad_batch_ends_the_stream_and_those_before_it_stay() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let mut bad = batches(&crm, 3);
    bad[2].reports[7].complete = -1;
    let stream = futures::stream::iter(bad);
    let status = bench.usage(Role::Admin).stream_data_quality(stream).await.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument);
    assert_eq!(violations(&status)[0].0, "reports[7].complete");
    let stream = futures::stream::iter(batches(&crm, 3));
    let whole = bench.usage(Role::Admin).stream_data_quality(stream).await.unwrap();
    let summary = whole.into_inner().summary.unwrap();
    assert_eq!((summary.recorded, summary.duplicate), (50, 100));
}
