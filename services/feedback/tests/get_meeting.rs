use proto::feedback::v1::{GetMeetingRequest, meeting_service_client::MeetingServiceClient};
use tonic::Code;

use crate::support::committees::committee;

#[tokio::test]
async fn those_concerned_see_it_and_for_others_it_does_not_exist() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let ask = GetMeetingRequest { name: meeting.name.clone() };
    for who in ["w1", "s1", "hana", "boss"] {
        let seen = c.meetings(who).get_meeting(ask.clone()).await.unwrap().into_inner();
        assert_eq!(seen.committee_title.as_ref().unwrap().en, "Users", "{who}");
    }
    assert_eq!(c.meetings("s5").get_meeting(ask.clone()).await.unwrap_err().code(), Code::NotFound);
    let mut stranger = MeetingServiceClient::new(c.company.harness.as_stranger());
    assert_eq!(stranger.get_meeting(ask).await.unwrap_err().code(), Code::NotFound);
}

#[tokio::test]
async fn the_agenda_is_added_up() {
    let c = committee().await;
    let meeting = c.meeting().await;
    c.item(&meeting, "w2", "One", 25).await;
    c.item(&meeting, "e2", "Two", 0).await;
    let seen =
        c.meetings("w1").get_meeting(GetMeetingRequest { name: meeting.name }).await.unwrap().into_inner();
    assert_eq!((seen.agenda_minutes, seen.own_role), (35, 1));
}
