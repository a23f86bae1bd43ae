use prost_types::{FieldMask, Timestamp};
use proto::feedback::v1::{Meeting, MeetingCancelled, MeetingInvited, MeetingUpdated, UpdateMeetingRequest};
use tonic::Code;

use crate::support::{
    committees::{committee, lines},
    fields, name, reason,
};

fn change(meeting: Meeting, paths: &[&str]) -> UpdateMeetingRequest {
    let paths = paths.iter().map(|p| (*p).to_owned()).collect();
    UpdateMeetingRequest { meeting: Some(meeting), update_mask: Some(FieldMask { paths }) }
}

#[tokio::test]
async fn another_hour_reaches_every_calendar() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let start = meeting.start_time.unwrap();
    let later = Meeting {
        start_time: Some(Timestamp { seconds: start.seconds + 3_600, nanos: 0 }),
        location: "elsewhere".into(),
        ..meeting.clone()
    };
    let changed = c.meetings("e1").update_meeting(change(later, &["start_time"])).await.unwrap().into_inner();
    assert_eq!((changed.sequence, changed.location.as_str()), (1, "Room 3"), "only what is named");
    let updated = c.company.heard::<MeetingUpdated>().await;
    assert_eq!(updated.len(), 6);
    let entry = lines(&updated[0].entry.as_ref().unwrap().calendar);
    for wanted in ["METHOD:REQUEST", "SEQUENCE:1", "DTSTART;TZID=Asia/Tehran:20260303T133000"] {
        assert!(entry.iter().any(|l| l == wanted), "{wanted} in {entry:#?}");
    }
}

#[tokio::test]
async fn other_guests_bother_nobody_else() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let with = |guests: &[&str], m: &Meeting| Meeting {
        guests: guests.iter().map(|g| name("people", g)).collect(),
        ..m.clone()
    };
    let one = c.meetings("w1").update_meeting(change(with(&["s2"], &meeting), &["guests"])).await.unwrap();
    let one = one.into_inner();
    assert_eq!((one.sequence, one.attendees.len()), (0, 7));
    let other = c.meetings("w1").update_meeting(change(with(&["w4"], &one), &["guests"])).await.unwrap();
    assert_eq!(other.into_inner().attendees.len(), 7);
    let invited = c.company.heard::<MeetingInvited>().await;
    assert_eq!((invited.len(), c.company.heard::<MeetingUpdated>().await.len()), (8, 0));
    let gone = c.company.heard::<MeetingCancelled>().await;
    assert_eq!(gone.len(), 1);
    let entry = gone[0].entry.as_ref().unwrap();
    assert_eq!(entry.person, name("people", "s2"));
    let entry = lines(&entry.calendar);
    assert!(entry.contains(&"METHOD:CANCEL".to_owned()), "{entry:#?}");
    assert_eq!(entry.iter().filter(|l| l.starts_with("ATTENDEE")).count(), 1, "it goes to one person");
}

#[tokio::test]
async fn nobody_overwrites_what_was_not_read_and_members_do_not_change_it() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let new = Meeting { location: "Room 4".into(), ..meeting.clone() };
    let request = change(new, &["location"]);
    assert_eq!(
        c.meetings("w2").update_meeting(request.clone()).await.unwrap_err().code(),
        Code::PermissionDenied
    );
    c.meetings("w1").update_meeting(request.clone()).await.unwrap();
    assert_eq!(c.meetings("w1").update_meeting(request).await.unwrap_err().code(), Code::Aborted);
    let unknown = change(meeting, &["state"]);
    assert_eq!(fields(&c.meetings("w1").update_meeting(unknown).await.unwrap_err()), ["update_mask"]);
}

#[tokio::test]
async fn what_was_opened_stays() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1"]).await;
    let refused = c.meetings("w1").update_meeting(change(meeting, &["location"])).await.unwrap_err();
    assert_eq!(reason(&refused), "MEETING_OVER");
}
