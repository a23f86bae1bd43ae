//! `GetUnreadCount`.

use proto::notifications::v1::{GetUnreadCountRequest, MarkReadRequest};
use tonic::Code;

use crate::support::{Office, assigned, office, parent};

async fn unread(office: &Office, person: &str) -> i32 {
    let request = GetUnreadCountRequest { parent: parent() };
    office.inbox_of(person).get_unread_count(request).await.unwrap().into_inner().unread_count
}

#[tokio::test]
async fn the_bell_counts_what_is_unread() {
    let office = office().await;
    assert_eq!(unread(&office, "sara").await, 0);
    for title in ["One", "Two", "Three"] {
        office.harness.deliver(&assigned("sara", title)).await;
    }
    assert_eq!(unread(&office, "sara").await, 3);
    assert_eq!(unread(&office, "omid").await, 0);
    let one = office.inbox("sara").await.remove(0);
    office.inbox_of("sara").mark_read(MarkReadRequest { name: one.name }).await.unwrap();
    assert_eq!(unread(&office, "sara").await, 2);
}

#[tokio::test]
async fn another_organization_is_absent() {
    let office = office().await;
    let request = GetUnreadCountRequest { parent: "organizations/globex".into() };
    let absent = office.inbox_of("sara").get_unread_count(request).await.unwrap_err();
    assert_eq!(absent.code(), Code::NotFound);
}
