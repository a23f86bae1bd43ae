//! `GetRecordedMail`.

use proto::{
    localization::v1::Language,
    notifications::v1::{GetRecordedMailRequest, mail_service_client::MailServiceClient},
};
use tonic::Code;

use crate::support::{assigned, name, office};

#[tokio::test]
async fn a_mail_is_whole_and_in_the_language_of_its_reader() {
    let office = office().await;
    office.harness.deliver(&assigned("omid", "CRM")).await;
    office.harness.settle().await;
    let mail = office.mails("omid").await.remove(0);
    assert_eq!(mail.language(), Language::Fa);
    assert_eq!(mail.subject, "دورهٔ تازه برای شما: \u{2068}CRM\u{2069}");
    assert!(mail.text.contains("شنبه ۲۳ اسفند ۱۴۰۴"), "{}", mail.text);
    assert!(mail.html.contains("dir=\"rtl\""));
    assert!(mail.html.contains("https://hamgam.example.org/learning/enrollments/e1"));
}

#[tokio::test]
async fn anothers_mail_looks_like_one_that_does_not_exist() {
    let office = office().await;
    office.harness.deliver(&assigned("omid", "CRM")).await;
    office.harness.settle().await;
    let mail = office.mails("omid").await.remove(0);
    let request = |name: &str| GetRecordedMailRequest { name: name.into() };
    assert!(office.mails_of("omid").get_recorded_mail(request(&mail.name)).await.is_ok());
    for (name, who) in [(mail.name.as_str(), "sara"), (&name("mails", "none"), "adib")] {
        let absent = office.mails_of(who).get_recorded_mail(request(name)).await.unwrap_err();
        assert_eq!(absent.code(), Code::NotFound);
    }
    let mut stranger = MailServiceClient::new(office.harness.as_stranger());
    let absent = stranger.get_recorded_mail(request(&mail.name)).await.unwrap_err();
    assert_eq!(absent.code(), Code::NotFound);
}
