//! `MarkAllRead`.

use std::time::Duration;

use proto::notifications::v1::MarkAllReadRequest;

use crate::support::{assigned, fields, office, parent};

#[tokio::test]
async fn what_came_after_the_newest_seen_stays_unread() {
    let office = office().await;
    office.harness.deliver(&assigned("sara", "Seen")).await;
    office.harness.deliver(&assigned("sara", "Seen too")).await;
    office.harness.deliver(&assigned("omid", "Of another")).await;
    let until_time = office.inbox("sara").await[0].create_time;
    office.after(Duration::from_secs(5)).await;
    office.harness.deliver(&assigned("sara", "Meanwhile")).await;

    let request = MarkAllReadRequest { parent: parent(), until_time };
    let marked = office.inbox_of("sara").mark_all_read(request).await.unwrap().into_inner().marked_count;
    assert_eq!(marked, 2);
    let unread: Vec<_> =
        office.inbox("sara").await.into_iter().filter(|n| n.read_time.is_none()).map(|n| n.title).collect();
    assert_eq!(unread, ["New for you: \u{2068}Meanwhile\u{2069}"]);
    assert!(office.inbox("omid").await[0].read_time.is_none());

    let all = MarkAllReadRequest { parent: parent(), until_time: None };
    let marked = office.inbox_of("sara").mark_all_read(all.clone()).await.unwrap().into_inner().marked_count;
    assert_eq!(marked, 1);
    let again = office.inbox_of("sara").mark_all_read(all).await.unwrap().into_inner().marked_count;
    assert_eq!(again, 0);
}

#[tokio::test]
async fn a_time_that_no_calendar_has_is_refused() {
    let office = office().await;
    let until_time = Some(prost_types::Timestamp { seconds: i64::MAX, nanos: 0 });
    let request = MarkAllReadRequest { parent: parent(), until_time };
    let refused = office.inbox_of("sara").mark_all_read(request).await.unwrap_err();
    assert_eq!(fields(&refused), ["until_time"]);
}
