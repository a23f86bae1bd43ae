//! `ListUnknowns`.

use proto::{access::v1::Role, telemetry::v1::*};

use crate::support::*;

#[tokio::test]
async fn whoever_and_whatever_nobody_entered_is_shown_with_its_events() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    bench
        .record(
            &crm,
            vec![
                event("1", "2026-03-02T08:00:00Z", "Ghost", "deals"),
                event("2", "2026-03-02T07:00:00Z", "ghost", "magic"),
                event("3", "2026-03-02T08:00:00Z", "Shadow", "deals"),
                event("4", "2026-03-02T08:00:00Z", "E0", "deals"),
            ],
        )
        .await;
    let ask = || async {
        let request = ListUnknownsRequest { parent: crm.clone() };
        bench.usage(Role::Hr).list_unknowns(request).await.unwrap().into_inner()
    };
    let found = ask().await;
    let people: Vec<_> = found.people.iter().map(|u| (u.value.as_str(), u.event_count)).collect();
    assert_eq!(people, [("Ghost", 2), ("Shadow", 1)]);
    assert_eq!((found.people_count, found.feature_count), (2, 1));
    assert_eq!(found.features[0].value, "magic");
    assert!(found.people[0].first_time.unwrap().seconds < found.people[0].last_time.unwrap().seconds);
    bench.feature(&crm, "magic").await;
    assert_eq!(ask().await.feature_count, 0);
}
