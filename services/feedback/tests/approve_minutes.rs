use proto::{
    feedback::v1::{
        ApproveMinutesRequest, DraftMinutesRequest, MinutesApproved, MinutesState, UpdateMinutesRequest,
    },
    localization::v1::Language,
};
use tonic::Code;

use crate::{
    draft_minutes::{draft, held},
    support::{committees::committee, ids, reason},
};

#[tokio::test]
async fn the_chair_approves_and_from_then_on_they_stay() {
    let c = committee().await;
    let meeting = held(&c).await;
    let drafted = draft(&c, &meeting, Language::En).await;
    let approve = |etag: &str| ApproveMinutesRequest { name: drafted.name.clone(), etag: etag.into() };
    let secretary = c.minutes("e1").approve_minutes(approve("")).await.unwrap_err();
    assert_eq!(secretary.code(), Code::PermissionDenied);
    let stale = c.minutes("w1").approve_minutes(approve("99")).await.unwrap_err();
    assert_eq!(stale.code(), Code::Aborted);
    let (mut one, mut two) = (c.minutes("w1"), c.minutes("w1"));
    let (a, b) = futures::join!(
        one.approve_minutes(approve(&drafted.etag)),
        two.approve_minutes(approve(&drafted.etag))
    );
    let (a, b) = (a.unwrap().into_inner(), b.unwrap().into_inner());
    assert_eq!((a.state(), a.approver_display_name.as_str()), (MinutesState::Approved, "W1"));
    assert_eq!(a, b, "two approvals at once are one");
    let told = c.company.heard::<MinutesApproved>().await;
    assert_eq!((told.len(), told[0].decisions, told[0].tasks), (1, 1, 1));
    assert_eq!(ids(&told[0].people).len(), 5, "everybody but the chair");
    let change = UpdateMinutesRequest { minutes: Some(a.clone()), note: String::new() };
    assert_eq!(reason(&c.minutes("w1").update_minutes(change).await.unwrap_err()), "MINUTES_APPROVED");
    let again = DraftMinutesRequest { name: drafted.name.clone(), language: 0 };
    assert_eq!(reason(&c.minutes("w1").draft_minutes(again).await.unwrap_err()), "MINUTES_APPROVED");
}
