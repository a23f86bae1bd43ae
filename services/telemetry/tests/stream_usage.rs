//! `StreamUsage`.

use proto::{access::v1::Role, telemetry::v1::*};
use tonic::Code;

use crate::support::*;

fn batches(application: &str, count: usize) -> Vec<StreamUsageRequest> {
    (0..count)
        .map(|batch| StreamUsageRequest {
            application: if batch == 0 { application.into() } else { String::new() },
            events: (0..100)
                .map(|i| {
                    event(&format!("{batch}-{i}"), "2026-03-02T08:00:00Z", &format!("E{}", i % 19), "deals")
                })
                .collect(),
        })
        .collect()
}

#[tokio::test]
async fn all_batches_are_on_disk_when_the_stream_is_answered() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let send = || async {
        let stream = futures::stream::iter(batches(&crm, 12));
        bench.usage(Role::Admin).stream_usage(stream).await.unwrap().into_inner()
    };
    let first = send().await;
    assert_eq!((first.batch_count, first.summary.unwrap().recorded), (12, 1_200));
    let again = send().await.summary.unwrap();
    assert_eq!((again.recorded, again.duplicate), (0, 1_200));
}

#[tokio::test]
async fn a_bad_batch_ends_the_stream_and_those_before_it_stay() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let mut bad = batches(&crm, 3);
    bad[2].events[7].feature.clear();
    let status = bench.usage(Role::Admin).stream_usage(futures::stream::iter(bad)).await.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument);
    assert_eq!(violations(&status)[0].0, "events[7].feature");
    let whole = bench.usage(Role::Admin).stream_usage(futures::stream::iter(batches(&crm, 3))).await.unwrap();
    let summary = whole.into_inner().summary.unwrap();
    assert_eq!((summary.recorded, summary.duplicate), (100, 200));
}
