//! Sending through a mail server: retries, refusals, and never a second mail where one was taken.

use std::time::Duration;

use proto::notifications::v1::MailState;

use crate::support::{
    assigned, office_with,
    smtp::{MailServer, Mood},
};

#[tokio::test]
async fn a_mail_reaches_the_server_once_and_whole() {
    let server = MailServer::start(Mood::Good).await;
    let office = office_with(&server.settings()).await;
    office.harness.deliver_as("event-1", &assigned("omid", "CRM")).await.unwrap();
    office.harness.settle().await;
    office.after(Duration::from_hours(1)).await;

    let mails = server.mails();
    assert_eq!(mails.len(), 1);
    for header in [
        "Message-ID: <event-1.omid@parsian.example>",
        "To: OMID <omid@parsian.example>",
        "From: Hamgam <hamgam@parsian.example>",
        "Auto-Submitted: auto-generated",
        "Date: Mon, 02 Mar 2026 09:00:00 +0000",
        "multipart/alternative",
        "text/plain; charset=utf-8",
        "text/html; charset=utf-8",
    ] {
        assert!(mails[0].contains(header), "{header} in {}", mails[0]);
    }
    let recorded = office.mails("omid").await.remove(0);
    assert_eq!((recorded.state(), recorded.attempts), (MailState::Sent, 1));
    assert!(recorded.text.is_empty() && recorded.html.is_empty(), "what was sent keeps no text");
}

#[tokio::test]
async fn a_busy_server_is_asked_again_later() {
    let server = MailServer::start(Mood::Busy).await;
    let office = office_with(&server.settings()).await;
    office.harness.deliver(&assigned("sara", "CRM")).await;
    office.harness.settle().await;
    let waiting = office.mails("sara").await.remove(0);
    assert_eq!((waiting.state(), waiting.attempts), (MailState::Pending, 1));
    assert!(waiting.last_error.contains("try again later"), "{}", waiting.last_error);

    office.harness.settle().await;
    assert_eq!(office.mails("sara").await[0].attempts, 1, "not before its time");
    office.after(Duration::from_mins(1)).await;
    assert_eq!(office.mails("sara").await[0].attempts, 2);
    server.turn(Mood::Good);
    office.after(Duration::from_mins(5)).await;
    assert_eq!(office.mails("sara").await[0].state(), MailState::Sent);
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn tries_are_bounded() {
    let server = MailServer::start(Mood::Busy).await;
    let office = office_with(&server.settings()).await;
    office.harness.deliver(&assigned("sara", "CRM")).await;
    for _ in 0..15 {
        office.after(Duration::from_hours(24)).await;
    }
    let mail = office.mails("sara").await.remove(0);
    assert_eq!((mail.state(), mail.attempts), (MailState::Failed, 10));
    assert!(mail.finish_time.is_some());
}

#[tokio::test]
async fn a_refusal_is_final() {
    let server = MailServer::start(Mood::Strict).await;
    let office = office_with(&server.settings()).await;
    office.harness.deliver(&assigned("sara", "CRM")).await;
    office.harness.settle().await;
    let mail = office.mails("sara").await.remove(0);
    assert_eq!((mail.state(), mail.attempts), (MailState::Failed, 1));
    assert!(mail.last_error.contains("no such mailbox"), "{}", mail.last_error);
}

#[tokio::test]
async fn a_server_that_dies_before_it_answers_gets_the_same_message_id_again() {
    let server = MailServer::start(Mood::Dying).await;
    let office = office_with(&server.settings()).await;
    office.harness.deliver_as("event-1", &assigned("sara", "CRM")).await.unwrap();
    office.harness.settle().await;
    assert_eq!(office.mails("sara").await[0].state(), MailState::Pending);
    server.turn(Mood::Good);
    office.after(Duration::from_mins(1)).await;
    assert_eq!(office.mails("sara").await[0].state(), MailState::Sent);
    let mails = server.mails();
    assert_eq!(mails.len(), 2);
    assert!(mails.iter().all(|m| m.contains("Message-ID: <event-1.sara@parsian.example>")));
}

#[tokio::test]
async fn a_server_that_never_answers_holds_nothing_up() {
    let server = MailServer::start(Mood::Asleep).await;
    let office = office_with(&server.settings()).await;
    office.harness.deliver(&assigned("sara", "CRM")).await;
    office.harness.settle().await;
    let mail = office.mails("sara").await.remove(0);
    assert_eq!(
        (mail.state(), mail.last_error.as_str()),
        (MailState::Pending, "the mail server took too long")
    );
}

#[tokio::test]
async fn settings_that_cannot_work_are_refused_at_the_start() {
    let mut world = kit::testing::World::new().await;
    let usual = (*world.context.config).clone();
    let mut without_sender = usual.clone();
    without_sender.server.mail_from = "nobody".into();
    let with = |settings: &str| {
        let mut config = usual.clone();
        config.services.insert("notifications".into(), toml::Value::Table(settings.parse().unwrap()));
        config
    };
    for (config, word) in [
        (without_sender, "mail_from"),
        (with("transport = 'pigeon'"), "pigeon"),
        (with("form = 'x@y'"), "form"),
        (with("from = 'a@b.example'"), "from"),
    ] {
        world.context.config = std::sync::Arc::new(config);
        let error = notifications::open(&world.context).await.err().unwrap().to_string();
        assert!(error.contains(word), "{error}");
    }
}
