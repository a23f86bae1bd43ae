//! `ListNotifications`.

use std::time::Duration;

use kit::localize::Language;
use proto::notifications::v1::{ListNotificationsRequest, MarkReadRequest, NotificationKind};
use tonic::Code;

use crate::support::{assigned, fields, office, parent};

fn page(size: i32, token: &str) -> ListNotificationsRequest {
    ListNotificationsRequest {
        parent: parent(),
        page_size: size,
        page_token: token.into(),
        unread_only: false,
    }
}

#[tokio::test]
async fn a_person_sees_the_own_notifications_newest_first_and_nobody_elses() {
    let office = office().await;
    for title in ["First", "Second", "Third"] {
        office.harness.deliver(&assigned("sara", title)).await;
        office.after(Duration::from_mins(1)).await;
    }
    office.harness.deliver(&assigned("omid", "Another")).await;

    let mut inbox = office.inbox_of("sara");
    let first = inbox.list_notifications(page(2, "")).await.unwrap().into_inner();
    let titles: Vec<_> = first.notifications.iter().map(|n| n.title.as_str()).collect();
    assert_eq!(titles, ["New for you: \u{2068}Third\u{2069}", "New for you: \u{2068}Second\u{2069}"]);
    assert_eq!(first.notifications[0].kind(), NotificationKind::EnrollmentAssigned);
    assert_eq!(first.notifications[0].link, "/learning/enrollments/e1");
    assert!(first.notifications[0].read_time.is_none());

    let second = inbox.list_notifications(page(2, &first.next_page_token)).await.unwrap().into_inner();
    assert_eq!(second.notifications.len(), 1);
    assert!(second.notifications[0].title.contains("First"));
    assert_eq!(second.next_page_token, "");
}

#[tokio::test]
async fn it_speaks_the_language_of_the_call_whatever_it_was_told_in() {
    let office = office().await;
    office.harness.deliver(&assigned("sara", "CRM")).await;
    let mut persian = office.inbox_in("sara", Language::Fa);
    let told = persian.list_notifications(page(0, "")).await.unwrap().into_inner().notifications;
    assert!(told[0].body.contains("شنبه ۲۳ اسفند ۱۴۰۴"), "{}", told[0].body);
    let mut arabic = office.inbox_in("sara", Language::Ar);
    let told = arabic.list_notifications(page(0, "")).await.unwrap().into_inner().notifications;
    assert!(told[0].body.contains("١٤ مارس ٢٠٢٦"), "{}", told[0].body);
}

#[tokio::test]
async fn only_unread_ones_when_asked() {
    let office = office().await;
    office.harness.deliver(&assigned("sara", "Read")).await;
    let read = office.inbox("sara").await.remove(0);
    office.inbox_of("sara").mark_read(MarkReadRequest { name: read.name }).await.unwrap();
    office.harness.deliver(&assigned("sara", "Unread")).await;
    let request = ListNotificationsRequest { parent: parent(), unread_only: true, ..Default::default() };
    let found = office.inbox_of("sara").list_notifications(request).await.unwrap().into_inner().notifications;
    assert_eq!(found.len(), 1);
    assert!(found[0].title.contains("Unread"));
}

#[tokio::test]
async fn bad_pages_are_refused_together_and_other_organizations_are_absent() {
    let office = office().await;
    let refused = office.inbox_of("sara").list_notifications(page(-1, "no token")).await.unwrap_err();
    assert_eq!(fields(&refused), ["page_size", "page_token"]);
    for parent in ["organizations/globex", "organizations/nowhere"] {
        let request = ListNotificationsRequest { parent: parent.into(), ..Default::default() };
        let absent = office.inbox_of("sara").list_notifications(request).await.unwrap_err();
        assert_eq!(absent.code(), Code::NotFound);
    }
    let request = ListNotificationsRequest { parent: "acme".into(), ..Default::default() };
    let refused = office.inbox_of("sara").list_notifications(request).await.unwrap_err();
    assert_eq!(fields(&refused), ["parent"]);
}
