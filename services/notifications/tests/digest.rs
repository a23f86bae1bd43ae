//! The daily digest. Tests begin on Monday 2026-03-02 at 12:30 in Tehran; the morning of Tuesday is 03:30 UTC.

use proto::{
    identity::v1::{Membership, Person},
    localization::v1::Language,
    notifications::v1::{MarkAllReadRequest, NotificationKind, RecordedMail},
    training::v1::EnrollmentCompleted,
};

use crate::support::{Office, assigned, name, office, office_with, parent, person, text};

fn completed(person: &str, title: &str) -> EnrollmentCompleted {
    EnrollmentCompleted {
        person: name("people", person),
        course_title: Some(text(title, title, title)),
        link_path: "/learning/enrollments/e1".into(),
        ..Default::default()
    }
}

async fn digests(office: &Office, person: &str) -> Vec<RecordedMail> {
    let mut mails = office.mails(person).await;
    mails.retain(|m| m.kind() == NotificationKind::Digest);
    mails
}

#[tokio::test]
async fn what_is_over_the_day_s_limit_comes_on_the_next_morning_in_one_mail() {
    let office = office_with("mails_per_day = 2").await;
    for i in 1..=5 {
        office.harness.deliver(&assigned("sara", &format!("Course {i}"))).await;
    }
    office.harness.settle().await;
    assert_eq!(office.mails("sara").await.len(), 2);

    office.at("2026-03-03T03:29:00Z").await;
    assert!(digests(&office, "sara").await.is_empty(), "not before the morning");
    office.at("2026-03-03T03:30:00Z").await;
    let digest = digests(&office, "sara").await.remove(0);
    assert_eq!(digest.subject, "3 things wait for you");
    for i in 3..=5 {
        assert!(digest.text.contains(&format!("Course {i}")), "{}", digest.text);
    }
    assert_eq!(digest.message_id, "<digest.2026-03-03.sara@parsian.example>");

    office.at("2026-03-03T09:00:00Z").await;
    office.at("2026-03-04T09:00:00Z").await;
    assert_eq!(digests(&office, "sara").await.len(), 1, "nothing is told twice");
    office.harness.deliver(&assigned("sara", "Fresh")).await;
    office.harness.settle().await;
    assert_eq!(office.mails("sara").await.len(), 4, "a new day has room again");
}

#[tokio::test]
async fn there_is_one_digest_a_day_and_none_on_days_off() {
    let office = office().await;
    office.at("2026-03-04T02:00:00Z").await; // Wednesday, before the morning
    office.harness.deliver(&completed("sara", "Early")).await;
    office.at("2026-03-04T05:00:00Z").await;
    assert_eq!(digests(&office, "sara").await.len(), 1);
    office.harness.deliver(&completed("sara", "Late")).await;
    for off in ["2026-03-04T12:00:00Z", "2026-03-05T05:00:00Z", "2026-03-06T05:00:00Z"] {
        office.at(off).await;
        assert_eq!(digests(&office, "sara").await.len(), 1, "{off}");
    }
    office.at("2026-03-07T05:00:00Z").await; // Saturday
    let digests = digests(&office, "sara").await;
    assert_eq!(digests.len(), 2);
    assert!(digests[0].text.contains("Late") && !digests[0].text.contains("Early"));
}

#[tokio::test]
async fn a_part_time_colleague_gets_it_on_the_own_next_working_day() {
    let office = office().await;
    let saturdays = Membership {
        team: name("teams", "north"),
        position: name("positions", "seller"),
        start_day: "2025-01-01".into(),
        part_time_days: vec![6],
        ..Default::default()
    };
    office
        .enter(Person {
            revision: 2,
            memberships: vec![saturdays],
            ..person("sara", Language::Unspecified, &[])
        })
        .await;
    office.harness.deliver(&completed("sara", "CRM")).await;
    office.at("2026-03-03T05:00:00Z").await;
    assert!(digests(&office, "sara").await.is_empty(), "a Tuesday");
    office.at("2026-03-07T05:00:00Z").await;
    assert_eq!(digests(&office, "sara").await.len(), 1);
}

#[tokio::test]
async fn what_was_read_in_the_app_is_not_repeated() {
    let office = office().await;
    office.harness.deliver(&completed("sara", "Read")).await;
    let all = MarkAllReadRequest { parent: parent(), until_time: None };
    office.inbox_of("sara").mark_all_read(all).await.unwrap();
    office.at("2026-03-03T05:00:00Z").await;
    assert!(digests(&office, "sara").await.is_empty());
    office.at("2026-03-04T05:00:00Z").await;
    assert!(digests(&office, "sara").await.is_empty());
}

#[tokio::test]
async fn a_long_digest_says_how_many_more_there_are_in_the_reader_s_digits() {
    let office = office().await;
    for i in 0..25 {
        office.harness.deliver(&completed("omid", &format!("Course {i}"))).await;
    }
    office.at("2026-03-03T05:00:00Z").await;
    let digest = digests(&office, "omid").await.remove(0);
    assert_eq!(digest.subject, "۲۵ خبر برای شما هست");
    assert!(digest.text.contains("۵ خبر دیگر در صندوق شماست"), "{}", digest.text);
}
