use std::time::Duration;

use proto::feedback::v1::{Committee, MeetingState, OpenMeetingRequest, UpdateCommitteeRequest};
use tonic::Code;

use crate::support::{committees::committee, name, reason};

#[tokio::test]
async fn it_opens_around_its_day_by_whoever_holds_it() {
    let c = committee().await;
    let request = proto::feedback::v1::CreateMeetingRequest {
        parent: crate::support::parent(),
        meeting: Some(c.plan(72)),
        request_id: String::new(),
    };
    let meeting = c.meetings("w1").create_meeting(request).await.unwrap().into_inner();
    let open = OpenMeetingRequest { name: meeting.name.clone() };
    assert_eq!(reason(&c.meetings("w1").open_meeting(open.clone()).await.unwrap_err()), "MEETING_TOO_EARLY");
    c.company.harness.clock.advance(Duration::from_hours(48));
    for who in ["w2", "hana", "boss"] {
        let refused = c.meetings(who).open_meeting(open.clone()).await.unwrap_err();
        assert_eq!(refused.code(), Code::PermissionDenied, "{who}");
    }
    let opened = c.meetings("e1").open_meeting(open.clone()).await.unwrap().into_inner();
    assert_eq!((opened.state(), opened.open_time.is_some()), (MeetingState::Open, true));
    assert_eq!(
        c.meetings("e1").open_meeting(open).await.unwrap().into_inner(),
        opened,
        "again changes nothing"
    );
}

#[tokio::test]
async fn a_day_that_has_long_gone_is_not_made_up_for() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let open = OpenMeetingRequest { name: meeting.name };
    c.company.harness.clock.advance(Duration::from_hours(24 * 3));
    let refused = c.meetings("w1").open_meeting(open).await.unwrap_err();
    assert_eq!(reason(&refused), "MEETING_OVER");
}

#[tokio::test]
async fn nobody_meets_whose_committee_has_ended() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let day = meeting.start_time.unwrap();
    let today = jiff::Timestamp::from_second(day.seconds).unwrap().to_zoned(jiff::tz::TimeZone::UTC).date();
    let ended = Committee { end_day: today.to_string(), ..c.committee.clone() };
    let update_mask = Some(prost_types::FieldMask { paths: vec!["end_day".into()] });
    let request = UpdateCommitteeRequest { committee: Some(ended), update_mask };
    c.committees("hana").update_committee(request).await.unwrap();
    c.company.harness.clock.advance(Duration::from_hours(48));
    let refused = c.meetings("w1").open_meeting(OpenMeetingRequest { name: meeting.name }).await.unwrap_err();
    assert_eq!(reason(&refused), "COMMITTEE_ENDED");
}

#[tokio::test]
async fn who_left_or_came_since_the_invitation_counts_as_of_now() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let members = |meeting: &proto::feedback::v1::Meeting| {
        let mut people: Vec<String> = meeting.attendees.iter().map(|a| a.person.clone()).collect();
        people.sort();
        people
    };
    c.company.harness.clock.advance(Duration::from_hours(25));
    let gone = proto::feedback::v1::RemoveCommitteeMemberRequest {
        name: c.committee.name.clone(),
        person: name("people", "e2"),
    };
    c.committees("hana").remove_committee_member(gone).await.unwrap();
    let open = OpenMeetingRequest { name: meeting.name.clone() };
    let opened = c.meetings("w1").open_meeting(open).await.unwrap().into_inner();
    let expected: Vec<String> = ["e1", "s1", "w1", "w2", "w3"].map(|p| name("people", p)).into();
    assert_eq!(members(&opened), expected, "it began an hour ago, and one has left");
}
