use proto::feedback::v1::{CloseMeetingRequest, MeetingState, PollMethod};
use tonic::Code;

use crate::support::{committees::committee, reason};

#[tokio::test]
async fn nothing_is_left_open_behind_it() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let poll = c.ask(&meeting, PollMethod::ShowOfHands, &[]).await;
    let close = CloseMeetingRequest { name: meeting.name.clone() };
    assert_eq!(reason(&c.meetings("w1").close_meeting(close.clone()).await.unwrap_err()), "POLL_OPEN");
    assert_eq!(
        c.meetings("w2").close_meeting(close.clone()).await.unwrap_err().code(),
        Code::PermissionDenied
    );
    c.close_poll(&poll).await;
    let closed = c.meetings("e1").close_meeting(close.clone()).await.unwrap().into_inner();
    assert_eq!(closed.state(), MeetingState::Closed);
    assert_eq!(
        c.meetings("w1").close_meeting(close).await.unwrap().into_inner().close_time,
        closed.close_time
    );
}

#[tokio::test]
async fn what_was_never_open_cannot_be_closed() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let close = CloseMeetingRequest { name: meeting.name };
    assert_eq!(reason(&c.meetings("w1").close_meeting(close).await.unwrap_err()), "MEETING_NOT_OPEN");
}
