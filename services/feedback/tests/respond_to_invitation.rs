use proto::feedback::v1::{InvitationResponse, RespondToInvitationRequest};
use tonic::Code;

use crate::support::{committees::committee, fields, reason};

#[tokio::test]
async fn whoever_is_invited_answers_until_it_is_over() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1"]).await;
    let answer = |response: i32| RespondToInvitationRequest { name: meeting.name.clone(), response };
    let yes = answer(InvitationResponse::Accepted.into());
    let seen = c.meetings("w2").respond_to_invitation(yes).await.unwrap().into_inner();
    let own = seen.attendees.iter().find(|a| a.display_name == "W2").unwrap();
    assert_eq!(own.response(), InvitationResponse::Accepted);
    let no = answer(InvitationResponse::Declined.into());
    let seen = c.meetings("w2").respond_to_invitation(no).await.unwrap().into_inner();
    assert_eq!(
        seen.attendees.iter().find(|a| a.display_name == "W2").unwrap().response(),
        InvitationResponse::Declined
    );
    assert_eq!(fields(&c.meetings("w2").respond_to_invitation(answer(0)).await.unwrap_err()), ["response"]);
    let hr = c.meetings("hana").respond_to_invitation(answer(1)).await.unwrap_err();
    assert_eq!(hr.code(), Code::PermissionDenied, "she sees it and was not invited");
    c.close(&meeting).await;
    let late = c.meetings("w2").respond_to_invitation(answer(1)).await.unwrap_err();
    assert_eq!(reason(&late), "MEETING_OVER");
}
