//! `RecordUsage`.

use proto::{access::v1::Role, telemetry::v1::*};
use tonic::Code;

use crate::support::*;

#[tokio::test]
async fn the_same_event_is_recorded_once() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let events = vec![
        event("1", "2026-03-02T08:00:00Z", "E0", "deals"),
        event("2", "2026-03-02T08:00:00Z", "e0", "Deals"),
        event("1", "2026-03-01T08:00:00Z", "E1", "deals"),
    ];
    let first = bench.record(&crm, events.clone()).await;
    assert_eq!((first.recorded, first.duplicate), (2, 1), "the id counts, not what comes with it");
    assert_eq!((first.unknown_people, first.unknown_features), (0, 0), "case does not matter");
    let again = bench.record(&crm, events).await;
    assert_eq!((again.recorded, again.duplicate), (0, 3));
    let other = bench.application("ERP").await;
    let elsewhere = bench.record(&other, vec![event("1", "2026-03-02T08:00:00Z", "E0", "x")]).await;
    assert_eq!((elsewhere.recorded, elsewhere.unknown_features), (1, 1), "ids are an application's own");
}

#[tokio::test]
async fn the_same_event_is_recorded_once_however_old_it_has_become() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let events: Vec<_> =
        (0..30).map(|i| event(&format!("{i}"), "2026-03-02T08:00:00Z", "E0", "deals")).collect();
    assert_eq!(bench.record(&crm, events.clone()).await.recorded, 30);
    bench.set("2026-03-03T09:30:00Z");
    bench.harness.settle().await;
    let mut more = events;
    more.push(event("31", "2026-03-03T08:00:00Z", "E0", "deals"));
    let again = bench.record(&crm, more).await;
    assert_eq!((again.recorded, again.duplicate), (1, 30));
}

#[tokio::test]
async fn fifty_at_once_have_one_effect() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let send = || async {
        let events = (0..20).map(|i| event(&format!("{i}"), "2026-03-02T08:00:00Z", "E0", "deals")).collect();
        bench.record(&crm, events).await
    };
    let all = futures::future::join_all((0..50).map(|_| send())).await;
    assert_eq!(all.iter().map(|s| s.recorded).sum::<i64>(), 20);
    assert_eq!(all.iter().map(|s| s.duplicate).sum::<i64>(), 980);
}

#[tokio::test]
async fn old_events_are_counted_and_left_out_and_clocks_ahead_are_refused() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let summary = bench
        .record(
            &crm,
            vec![
                event("old", "2026-02-27T08:59:59Z", "E0", "deals"),
                event("late", "2026-02-27T09:00:00Z", "E0", "deals"),
                event("ahead", "2026-03-02T10:00:00Z", "E0", "deals"),
            ],
        )
        .await;
    assert_eq!((summary.recorded, summary.too_late), (2, 1));
    let events = vec![
        event("fine", "2026-03-02T08:00:00Z", "E0", "deals"),
        event("an hour", "2026-03-02T10:00:01Z", "E0", "deals"),
        event("a day", "2026-03-03T09:00:00Z", "E0", "deals"),
    ];
    let request = RecordUsageRequest { application: crm.clone(), events };
    let status = bench.usage(Role::Admin).record_usage(request).await.unwrap_err();
    let in_future = |path: &str| (path.to_owned(), "IN_FUTURE".to_owned());
    assert_eq!(violations(&status), [in_future("events[1].time"), in_future("events[2].time")]);
    let after = bench.record(&crm, vec![event("fine", "2026-03-02T08:00:00Z", "E0", "deals")]).await;
    assert_eq!(after.recorded, 1, "a refused batch is refused whole");
}

#[tokio::test]
async fn every_broken_rule_is_named() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let mut client = bench.usage(Role::Admin);
    let bad = UsageEvent { event_id: "x".repeat(129), ..Default::default() };
    let request = RecordUsageRequest { application: crm.clone(), events: vec![bad] };
    let status = client.record_usage(request).await.unwrap_err();
    let found: Vec<_> = violations(&status).into_iter().map(|(f, r)| format!("{f} {r}")).collect();
    assert_eq!(
        found,
        [
            "events[0].event_id TOO_LONG",
            "events[0].external_id REQUIRED",
            "events[0].feature REQUIRED",
            "events[0].time REQUIRED"
        ]
    );
    for events in [vec![], vec![event("1", "2026-03-02T08:00:00Z", "E0", "deals"); 501]] {
        let request = RecordUsageRequest { application: crm.clone(), events };
        assert_eq!(client.record_usage(request).await.unwrap_err().code(), Code::InvalidArgument);
    }
}
