use proto::feedback::v1::{CancelMeetingRequest, MeetingCancelled, MeetingState};
use tonic::Code;

use crate::support::{
    committees::{committee, lines},
    fields, reason,
};

#[tokio::test]
async fn it_leaves_every_calendar_and_says_why() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let request = CancelMeetingRequest { name: meeting.name.clone(), reason: "The chair is ill.".into() };
    let cancelled = c.meetings("w1").cancel_meeting(request.clone()).await.unwrap().into_inner();
    assert_eq!((cancelled.state(), cancelled.sequence), (MeetingState::Cancelled, 1));
    let again = c.meetings("w1").cancel_meeting(request).await.unwrap().into_inner();
    assert_eq!(again.sequence, 1);
    let told = c.company.heard::<MeetingCancelled>().await;
    assert_eq!(told.len(), 6);
    let entry = told[0].entry.as_ref().unwrap();
    assert_eq!(entry.reason, "The chair is ill.");
    let lines = lines(&entry.calendar);
    for wanted in ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1"] {
        assert!(lines.iter().any(|l| l == wanted), "{wanted} in {lines:#?}");
    }
}

#[tokio::test]
async fn only_who_prepares_it_cancels_it_and_only_before() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1"]).await;
    let request = |reason: &str| CancelMeetingRequest { name: meeting.name.clone(), reason: reason.into() };
    assert_eq!(
        c.meetings("w2").cancel_meeting(request("")).await.unwrap_err().code(),
        Code::PermissionDenied
    );
    assert_eq!(c.meetings("s5").cancel_meeting(request("")).await.unwrap_err().code(), Code::NotFound);
    assert_eq!(reason(&c.meetings("w1").cancel_meeting(request("")).await.unwrap_err()), "MEETING_OVER");
    let long = request(&"x".repeat(501));
    assert_eq!(fields(&c.meetings("w1").cancel_meeting(long).await.unwrap_err()), ["reason"]);
}
