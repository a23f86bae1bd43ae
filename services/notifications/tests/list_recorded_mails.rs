//! `ListRecordedMails`.

use proto::notifications::v1::{
    ListRecordedMailsRequest, MailState, NotificationKind, mail_service_client::MailServiceClient,
};
use tonic::Code;

use crate::support::{assigned, fields, name, office, parent};

fn all() -> ListRecordedMailsRequest {
    ListRecordedMailsRequest { parent: parent(), ..Default::default() }
}

#[tokio::test]
async fn an_administrator_sees_all_and_everybody_else_the_own() {
    let office = office().await;
    office.harness.deliver(&assigned("sara", "For Sara")).await;
    office.harness.deliver(&assigned("omid", "For Omid")).await;
    office.harness.settle().await;

    let mails = office.mails_of_admin().list_recorded_mails(all()).await.unwrap().into_inner().recorded_mails;
    assert_eq!(mails.len(), 2);
    for mail in &mails {
        assert_eq!(mail.state(), MailState::Recorded);
        assert_eq!(mail.kind(), NotificationKind::EnrollmentAssigned);
        assert!(mail.text.is_empty() && mail.html.is_empty(), "lists carry no text");
        assert!(mail.finish_time.is_some());
    }

    let own = office.mails_of("sara").list_recorded_mails(all()).await.unwrap().into_inner().recorded_mails;
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].person, name("people", "sara"));
    assert_eq!(own[0].address, "sara@parsian.example");

    let of_another = ListRecordedMailsRequest { person: name("people", "omid"), ..all() };
    let none = office.mails_of("sara").list_recorded_mails(of_another.clone()).await.unwrap().into_inner();
    assert!(none.recorded_mails.is_empty());
    let one = office.mails_of_admin().list_recorded_mails(of_another).await.unwrap().into_inner();
    assert_eq!(one.recorded_mails.len(), 1);

    let mut stranger = MailServiceClient::new(office.harness.as_stranger());
    assert_eq!(stranger.list_recorded_mails(all()).await.unwrap_err().code(), Code::NotFound);
}

#[tokio::test]
async fn pages_and_states() {
    let office = office().await;
    for title in ["A", "B", "C"] {
        office.harness.deliver(&assigned("sara", title)).await;
    }
    let mut admin = office.mails_of_admin();
    let of = |state: MailState| ListRecordedMailsRequest { state: state.into(), ..all() };
    let count = admin.list_recorded_mails(of(MailState::Pending)).await.unwrap().into_inner();
    assert_eq!(count.recorded_mails.len(), 3, "written with the event, sent by the job");
    office.harness.settle().await;
    let count = admin.list_recorded_mails(of(MailState::Pending)).await.unwrap().into_inner();
    assert_eq!(count.recorded_mails.len(), 0);

    let first = ListRecordedMailsRequest { page_size: 2, ..all() };
    let first = admin.list_recorded_mails(first).await.unwrap().into_inner();
    let second =
        ListRecordedMailsRequest { page_size: 2, page_token: first.next_page_token.clone(), ..all() };
    let second = admin.list_recorded_mails(second).await.unwrap().into_inner();
    assert_eq!((first.recorded_mails.len(), second.recorded_mails.len()), (2, 1));
    assert_eq!(second.next_page_token, "");

    let wrong = ListRecordedMailsRequest { state: 77, page_size: -1, ..all() };
    let refused = admin.list_recorded_mails(wrong).await.unwrap_err();
    assert_eq!(fields(&refused), ["state", "page_size"]);
}
