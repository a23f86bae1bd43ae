//! `CompleteFollowUp`.

use proto::champions::v1::{CheckInKind, CompleteFollowUpRequest, FollowUpDue};
use tonic::Code;

use crate::support::{company, reason};

#[tokio::test]
async fn whoever_looked_again_is_not_reminded() {
    let company = company().await;
    company.with_champion().await;
    let done = company.check_in("w2", "west", CheckInKind::Talk, "2026-03-05").await.unwrap();
    let open = company.check_in("w2", "west", CheckInKind::Demo, "2026-03-06").await.unwrap();
    let plain = company.check_in("w2", "west", CheckInKind::Visit, "").await.unwrap();
    let complete = |name: &str| CompleteFollowUpRequest { name: name.into() };
    let first = company.check_ins("w2").complete_follow_up(complete(&done.name)).await.unwrap().into_inner();
    let again = company.check_ins("w2").complete_follow_up(complete(&done.name)).await.unwrap().into_inner();
    assert!(first.follow_up_time.is_some() && again == first);
    let none = company.check_ins("w2").complete_follow_up(complete(&plain.name)).await.unwrap_err();
    assert_eq!(reason(&none), "NO_FOLLOW_UP");
    let other = company.check_ins("w3").complete_follow_up(complete(&done.name)).await.unwrap_err();
    assert_eq!(other.code(), Code::NotFound);
    company.days_pass(10).await;
    let told = company.told::<FollowUpDue>().await;
    assert_eq!(told.iter().map(|e| e.check_in.as_str()).collect::<Vec<_>>(), [open.name.as_str()], "once");
}
