//! Nobody gets in without signing in, and a service has no inbox of its own.

use proto::notifications::v1::{GetUnreadCountRequest, inbox_service_client::InboxServiceClient};
use tonic::Code;

use crate::support::{office, parent};

#[tokio::test]
async fn whoever_did_not_sign_in_gets_nothing() {
    let office = office().await;
    let mut nobody = InboxServiceClient::new(office.harness.as_anonymous());
    let refused = nobody.get_unread_count(GetUnreadCountRequest { parent: parent() }).await.unwrap_err();
    assert_eq!(refused.code(), Code::Unauthenticated);
}

#[tokio::test]
async fn a_service_has_no_inbox() {
    let office = office().await;
    let mut service = InboxServiceClient::new(office.harness.as_service("training"));
    let refused = service.get_unread_count(GetUnreadCountRequest { parent: parent() }).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
}
