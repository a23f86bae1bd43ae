use proto::feedback::v1::{
    CommitteeState, CreateMeetingRequest, EndCommitteeRequest, GetMeetingRequest, MeetingCancelled,
    MeetingState,
};

use crate::support::{committees::committee, fields, parent};

#[tokio::test]
async fn it_no_longer_meets_and_calendars_hear_of_it() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let end = EndCommitteeRequest { name: c.committee.name.clone() };
    let ended = c.committees("hana").end_committee(end.clone()).await.unwrap().into_inner();
    assert_eq!((ended.state(), ended.end_day.as_str()), (CommitteeState::Ended, "2026-03-02"));
    let get = GetMeetingRequest { name: meeting.name.clone() };
    let gone = c.meetings("w1").get_meeting(get).await.unwrap().into_inner();
    assert_eq!(gone.state(), MeetingState::Cancelled);
    assert_eq!(c.company.heard::<MeetingCancelled>().await.len(), 6);
    // Again changes nothing.
    assert_eq!(c.committees("hana").end_committee(end).await.unwrap().into_inner(), ended);
    assert_eq!(c.company.heard::<MeetingCancelled>().await.len(), 6);
    let request =
        CreateMeetingRequest { parent: parent(), meeting: Some(c.plan(48)), request_id: String::new() };
    let refused = c.meetings("hana").create_meeting(request).await.unwrap_err();
    assert_eq!(fields(&refused), ["meeting.start_time"], "its last day has passed by then");
}
