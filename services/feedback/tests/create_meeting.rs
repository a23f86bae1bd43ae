use prost_types::Timestamp;
use proto::feedback::v1::{
    CreateMeetingRequest, Meeting, MeetingInvited, RemoveCommitteeMemberRequest, UpdateCommitteeMemberRequest,
};
use tonic::Code;

use crate::support::{
    committees::{committee, en, lines, member},
    fields, name, parent, reason,
};

fn request(meeting: Meeting) -> CreateMeetingRequest {
    CreateMeetingRequest { parent: parent(), meeting: Some(meeting), request_id: String::new() }
}

#[tokio::test]
async fn everybody_gets_a_calendar_entry_in_the_own_words() {
    let c = committee().await;
    let plan = Meeting { guests: vec![name("people", "s2")], ..c.plan(24) };
    let meeting = c.meetings("e1").create_meeting(request(plan)).await.unwrap().into_inner();
    assert_eq!((meeting.time_zone.as_str(), meeting.attendees.len()), ("Asia/Tehran", 7));
    assert_eq!(meeting.quorum.unwrap().needed, 4, "of six members; the guest does not count");
    let invited = c.company.heard::<MeetingInvited>().await;
    assert_eq!(invited.len(), 7);
    let of = |who: &str| {
        let entry = invited.iter().filter_map(|i| i.entry.as_ref()).find(|e| e.person == name("people", who));
        lines(&entry.unwrap().calendar)
    };
    let has =
        |lines: &[String], wanted: &str| assert!(lines.iter().any(|l| l == wanted), "{wanted} in {lines:#?}");
    let persian = of("e2");
    has(&persian, "METHOD:REQUEST");
    has(&persian, "SEQUENCE:0");
    has(&persian, "DTSTART;TZID=Asia/Tehran:20260303T123000");
    has(&persian, "DTEND;TZID=Asia/Tehran:20260303T133000");
    has(&persian, "SUMMARY;LANGUAGE=fa:جلسهٔ اسفند");
    has(&persian, "ORGANIZER;CN=W1;SENT-BY=\"mailto:hamgam@localhost\":mailto:w1@parsian.example");
    has(
        &persian,
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=S2:mailto:s2@parsian.example",
    );
    let description = persian.iter().find(|l| l.starts_with("DESCRIPTION")).unwrap();
    assert!(description.contains("سه‌شنبه ۱۲ اسفند ۱۴۰۴، ۱۲:۳۰–۱۳:۳۰"), "{description}");
    let english = of("w2");
    has(&english, "SUMMARY;LANGUAGE=en:March");
    let uid = |lines: &[String]| lines.iter().find(|l| l.starts_with("UID:")).cloned();
    assert_eq!(uid(&english), uid(&persian), "one meeting, one entry");
}

#[tokio::test]
async fn every_mistake_is_told_at_once() {
    let c = committee().await;
    let bad = Meeting {
        title: None,
        start_time: Some(Timestamp { seconds: 1_000, nanos: 0 }),
        duration_minutes: 4,
        time_zone: "Mars/Olympus".into(),
        location: "x".repeat(501),
        guests: vec![name("people", "ghost"), "w2".into()],
        ..c.plan(24)
    };
    let refused = c.meetings("w1").create_meeting(request(bad)).await.unwrap_err();
    assert_eq!(
        fields(&refused),
        [
            "meeting.title",
            "meeting.start_time",
            "meeting.duration_minutes",
            "meeting.time_zone",
            "meeting.location",
            "meeting.guests[0]",
            "meeting.guests[1]"
        ]
    );
}

#[tokio::test]
async fn members_and_strangers_do_not_schedule() {
    let c = committee().await;
    for who in ["w2", "s5", "boss"] {
        let refused = c.meetings(who).create_meeting(request(c.plan(24))).await.unwrap_err();
        assert_eq!(refused.code(), Code::PermissionDenied, "{who}");
    }
    assert!(c.meetings("hana").create_meeting(request(c.plan(24))).await.is_ok(), "HR helps");
}

#[tokio::test]
async fn without_a_chair_nobody_meets() {
    let c = committee().await;
    let demote = UpdateCommitteeMemberRequest {
        name: c.committee.name.clone(),
        member: Some(member("w1", proto::feedback::v1::CommitteeRole::Member)),
    };
    c.committees("hana").update_committee_member(demote).await.unwrap();
    let refused = c.meetings("e1").create_meeting(request(c.plan(24))).await.unwrap_err();
    assert_eq!(reason(&refused), "NO_CHAIR");
    let remove =
        RemoveCommitteeMemberRequest { name: c.committee.name.clone(), person: name("people", "e1") };
    c.committees("hana").remove_committee_member(remove).await.unwrap();
    let refused = c.meetings("e1").create_meeting(request(c.plan(24))).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
}

#[tokio::test]
async fn the_same_request_makes_one_meeting() {
    let c = committee().await;
    let once = CreateMeetingRequest { request_id: "r".into(), ..request(c.plan(24)) };
    let first = c.meetings("w1").create_meeting(once.clone()).await.unwrap().into_inner();
    assert_eq!(c.meetings("w1").create_meeting(once.clone()).await.unwrap().into_inner(), first);
    assert_eq!(c.company.heard::<MeetingInvited>().await.len(), 6);
    let other = Meeting { title: en("Other"), ..c.plan(24) };
    let refused = c
        .meetings("w1")
        .create_meeting(CreateMeetingRequest { meeting: Some(other), ..once })
        .await
        .unwrap_err();
    assert_eq!(fields(&refused), ["request_id"]);
}
