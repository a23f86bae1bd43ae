//! `MarkRead`.

use std::time::Duration;

use proto::notifications::v1::{MarkReadRequest, inbox_service_client::InboxServiceClient};
use tonic::Code;

use crate::support::{assigned, fields, name, office};

#[tokio::test]
async fn the_first_time_is_kept() {
    let office = office().await;
    office.harness.deliver(&assigned("sara", "CRM")).await;
    let notification = office.inbox("sara").await.remove(0);
    let request = || MarkReadRequest { name: notification.name.clone() };
    let first = office.inbox_of("sara").mark_read(request()).await.unwrap().into_inner();
    assert!(first.read_time.is_some());
    office.after(Duration::from_mins(1)).await;
    let second = office.inbox_of("sara").mark_read(request()).await.unwrap().into_inner();
    assert_eq!(second, first);
    assert_eq!(office.inbox("sara").await, [first]);
}

#[tokio::test]
async fn anothers_notification_looks_like_one_that_does_not_exist() {
    let office = office().await;
    office.harness.deliver(&assigned("sara", "CRM")).await;
    let notification = office.inbox("sara").await.remove(0);
    let anothers = MarkReadRequest { name: notification.name.clone() };
    let absent = MarkReadRequest { name: name("notifications", "nothing") };
    for request in [anothers, absent] {
        let error = office.inbox_of("omid").mark_read(request).await.unwrap_err();
        assert_eq!(error.code(), Code::NotFound);
    }
    let mut stranger = InboxServiceClient::new(office.harness.as_stranger());
    let error = stranger.mark_read(MarkReadRequest { name: notification.name }).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
    assert!(office.inbox("sara").await[0].read_time.is_none());

    let error = office.inbox_of("sara").mark_read(MarkReadRequest { name: "x".into() }).await.unwrap_err();
    assert_eq!(fields(&error), ["name"]);
}
