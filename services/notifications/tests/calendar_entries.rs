//! Invitations to meetings come with a calendar entry, whatever else came that day.

use proto::{
    feedback::v1::{
        CalendarEntry, MeetingCancelled, MeetingInvited, MinutesApproved, OutcomeTaskAssigned,
        OutcomeTaskOverdue,
    },
    notifications::v1::{MailState, Notification, NotificationKind},
};

use crate::support::{
    assigned, name, office, office_with,
    smtp::{MailServer, Mood},
    text,
};

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

fn entry(person: &str, reason: &str) -> CalendarEntry {
    CalendarEntry {
        meeting: name("meetings", "m1"),
        person: name("people", person),
        title: Some(text("March", "جلسهٔ اسفند", "مارس")),
        committee_title: Some(text("Users", "کاربران", "المستخدمون")),
        start_time: Some(prost_types::Timestamp { seconds: 1_773_126_000, nanos: 0 }),
        duration_minutes: 60,
        time_zone: "Asia/Tehran".into(),
        location: "Room 3".into(),
        calendar: CALENDAR.into(),
        sequence: 0,
        reason: reason.into(),
        link: "/meetings/m1".into(),
    }
}

#[tokio::test]
async fn an_invitation_says_when_in_the_readers_calendar_and_brings_the_entry() {
    let office = office().await;
    for i in 0..9 {
        office.harness.deliver(&assigned("omid", &format!("Course {i}"))).await;
    }
    office.harness.deliver(&MeetingInvited { entry: Some(entry("omid", "")) }).await;
    office.harness.settle().await;
    let mails = office.mails("omid").await;
    let mail =
        mails.iter().find(|m| m.kind() == NotificationKind::MeetingInvited).expect("not in the digest");
    assert!(mail.text.contains("سه‌شنبه ۱۹ اسفند ۱۴۰۴، ۱۰:۳۰"), "{}", mail.text);
    assert!(mail.text.contains("Room 3") && mail.text.contains("/meetings/m1"), "{}", mail.text);
    assert_eq!(mail.state(), MailState::Recorded);
    assert_eq!(mail.attachments.len(), 1);
    let file = &mail.attachments[0];
    assert_eq!(file.file_name, "invite.ics");
    assert_eq!(file.content_type, "text/calendar; charset=utf-8; method=REQUEST");
    assert_eq!(file.content, CALENDAR.as_bytes());
    assert_eq!(office.mails("sara").await.len(), 0, "one event, one person");
}

#[tokio::test]
async fn a_cancellation_takes_the_entry_out_and_says_why() {
    let office = office().await;
    office.harness.deliver(&MeetingCancelled { entry: Some(entry("sara", "The chair is ill.")) }).await;
    office.harness.settle().await;
    let mail = office.mails("sara").await.remove(0);
    assert!(mail.text.contains("The chair is ill."), "{}", mail.text);
    assert_eq!(mail.attachments[0].file_name, "cancel.ics");
    assert_eq!(mail.attachments[0].content_type, "text/calendar; charset=utf-8; method=CANCEL");
}

#[tokio::test]
async fn a_mail_server_gets_the_entry_to_answer_and_as_a_file_and_then_it_is_let_go() {
    let server = MailServer::start(Mood::Good).await;
    let office = office_with(&server.settings()).await;
    office.harness.deliver(&MeetingInvited { entry: Some(entry("omid", "")) }).await;
    office.harness.settle().await;
    let sent = server.mails();
    assert_eq!(sent.len(), 1);
    for part in [
        "multipart/mixed",
        "multipart/alternative",
        "text/calendar; charset=utf-8; method=REQUEST",
        "filename=\"invite.ics\"",
    ] {
        assert!(sent[0].contains(part), "{part} in {}", sent[0]);
    }
    assert_eq!(sent[0].matches("text/calendar").count(), 2);
    let recorded = office.mails("omid").await.remove(0);
    assert_eq!((recorded.state(), recorded.attachments.len()), (MailState::Sent, 0));
}

#[tokio::test]
async fn minutes_and_tasks_reach_whom_they_concern() {
    let office = office().await;
    let minutes = MinutesApproved {
        minutes: name("meetings", "m1/minutes"),
        title: Some(text("March", "", "")),
        committee_title: Some(text("Users", "", "")),
        day: "2026-03-10".into(),
        people: vec![name("people", "sara"), name("people", "omid")],
        decisions: 3,
        tasks: 1,
        link: "/meetings/m1".into(),
    };
    office.harness.deliver(&minutes).await;
    let (outcome, owner, due_day) = (name("outcomes", "o1"), name("people", "sara"), "2026-03-20".to_owned());
    let (what, by) = (Some(text("Ask IT", "", "")), Some(text("Users", "", "")));
    let link = "/meetings/m1".to_owned();
    let assigned = OutcomeTaskAssigned {
        outcome: outcome.clone(),
        owner: owner.clone(),
        text: what.clone(),
        committee_title: by.clone(),
        due_day: due_day.clone(),
        link: link.clone(),
    };
    office.harness.deliver(&assigned).await;
    let overdue = OutcomeTaskOverdue { outcome, owner, text: what, committee_title: by, due_day, link };
    office.harness.deliver(&overdue).await;
    office.harness.settle().await;
    let kinds: Vec<NotificationKind> = office.inbox("sara").await.iter().map(Notification::kind).collect();
    for kind in [
        NotificationKind::MinutesApproved,
        NotificationKind::OutcomeTaskAssigned,
        NotificationKind::OutcomeTaskOverdue,
    ] {
        assert!(kinds.contains(&kind), "{kind:?} in {kinds:?}");
    }
    assert_eq!(office.inbox("omid").await.len(), 1);
}
