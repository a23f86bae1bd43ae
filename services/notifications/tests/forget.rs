//! What is old is forgotten.

use crate::support::{assigned, office_with};

#[tokio::test]
async fn mails_go_before_notifications() {
    let office = office_with("inbox_days = 10\nmail_days = 5").await;
    office.harness.deliver(&assigned("sara", "Old")).await;
    office.harness.settle().await;
    office.at("2026-03-07T09:00:00Z").await;
    assert_eq!((office.inbox("sara").await.len(), office.mails("sara").await.len()), (1, 1));
    office.at("2026-03-07T10:00:01Z").await;
    assert_eq!((office.inbox("sara").await.len(), office.mails("sara").await.len()), (1, 0));
    office.at("2026-03-12T10:00:02Z").await;
    assert_eq!((office.inbox("sara").await.len(), office.mails("sara").await.len()), (0, 0));
}
