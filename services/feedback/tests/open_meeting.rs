use std::time::Duration;

use proto::feedback::v1::{MeetingState, OpenMeetingRequest};
use tonic::Code;

use crate::support::{committees::committee, reason};

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
