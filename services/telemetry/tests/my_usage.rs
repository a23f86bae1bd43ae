//! `GetMyUsage`.

use proto::telemetry::v1::*;

use crate::support::*;

#[tokio::test]
async fn a_person_sees_what_is_held_of_the_own_self_only() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    bench
        .record(
            &crm,
            vec![
                event("1", "2026-03-02T08:00:00Z", "E0", "deals"),
                event("2", "2026-03-02T08:30:00Z", "E0", "deals"),
                event("3", "2026-03-02T08:00:00Z", "E0", "secrets"),
                event("4", "2026-03-02T08:00:00Z", "E1", "other"),
            ],
        )
        .await;
    let ask = |person: &'static str| {
        let outgoing = bench.harness.as_person(person, &[]);
        async move {
            let mut client = report_service_client::ReportServiceClient::new(outgoing);
            client.get_my_usage(GetMyUsageRequest {}).await.unwrap().into_inner()
        }
    };
    let mine = ask("p0").await;
    assert_eq!(mine.applications.len(), 1);
    let features: Vec<_> =
        mine.applications[0].features.iter().map(|f| (f.feature.as_str(), f.event_count)).collect();
    assert_eq!(features, [("deals", 2), ("secrets", 1)], "also what nobody entered");
    assert_eq!(ask("p5").await, MyUsage::default());
    assert_eq!(ask("nobody").await, MyUsage::default());
}
