//! What is forgotten, and when.

use proto::{access::v1::Role, telemetry::v1::*};

use crate::support::*;

async fn mine(bench: &Bench) -> Vec<MyApplicationUsage> {
    let client = bench.harness.as_person("p0", &[]);
    let mut client = report_service_client::ReportServiceClient::new(client);
    client.get_my_usage(GetMyUsageRequest {}).await.unwrap().into_inner().applications
}

#[tokio::test]
async fn acts_die_after_35_days_marks_after_13_weeks_and_counts_stay() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    bench.record(&crm, vec![event("1", "2026-03-02T08:00:00Z", "E0", "deals")]).await;
    bench.record(&crm, vec![event("2", "2026-03-02T08:00:00Z", "Ghost", "deals")]).await;
    bench.set("2026-03-03T01:00:00Z");
    bench.harness.settle().await;
    let held = mine(&bench).await;
    assert_eq!((held[0].event_count, held[0].active_days.as_slice()), (1, &["2026-03-02".to_owned()][..]));

    bench.set("2026-04-06T12:00:00Z"); // 35 days
    bench.harness.settle().await;
    assert_eq!(mine(&bench).await[0].event_count, 1);
    bench.set("2026-04-07T12:00:00Z"); // 36 days
    bench.harness.settle().await;
    let held = mine(&bench).await;
    assert_eq!((held[0].event_count, held[0].active_days.len()), (0, 1));
    let unknown =
        bench.usage(Role::Hr).list_unknowns(ListUnknownsRequest { parent: crm.clone() }).await.unwrap();
    assert_eq!(unknown.into_inner().people_count, 0, "the stranger's events are gone");

    bench.set("2026-06-01T12:00:00Z"); // 91 days
    bench.harness.settle().await;
    assert_eq!(mine(&bench).await.len(), 1);
    bench.set("2026-06-02T12:00:00Z"); // 92 days
    bench.harness.settle().await;
    assert!(mine(&bench).await.is_empty(), "nothing is held of the person any longer");
    assert_eq!(bench.cell("2026-03-02", "a"), Some((8, 1, 1)), "the team's count is as it was");
}
