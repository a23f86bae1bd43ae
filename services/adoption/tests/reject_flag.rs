//! `RejectFlag`

use proto::adoption::v1::{self as pb, flag_service_client::FlagServiceClient as Client};
use tonic::Code;

use crate::support::{DAYS, PARENT, Stage, fields, rows};

async fn reject(stage: &Stage) -> pb::RejectFlagRequest {
    let reason = "they moved to the new building".into();
    pb::RejectFlagRequest { name: stage.flag().await.name, reason, ..Default::default() }
}

#[tokio::test]
async fn a_wrong_flag_is_cleared_with_its_reason_and_stays_so_for_35_days() {
    let stage = Stage::evaluated().await;
    let request = reject(&stage).await;
    let flag = Client::new(stage.hr()).reject_flag(request.clone()).await.unwrap().into_inner();
    assert_eq!((flag.state(), flag.verdict()), (pb::FlagState::Cleared, pb::Verdict::Wrong));
    let last = flag.history.last().unwrap();
    assert_eq!(
        (last.kind(), last.note.as_str(), last.actor()),
        (pb::FlagEventKind::Rejected, "they moved to the new building", pb::Actor::Hr)
    );
    let told = stage.told::<pb::FlagCleared>().await;
    assert_eq!((told.len(), told[0].kind()), (1, pb::FlagEventKind::Rejected));

    stage.count(DAYS..DAYS + 35, &rows(1)).await;
    stage.harness.settle().await;
    assert!(stage.flags().await.is_empty());
    stage.count(DAYS + 35..DAYS + 36, &rows(1)).await;
    stage.harness.settle().await;
    assert_ne!(stage.flag().await.name, request.name);
}

#[tokio::test]
async fn rejecting_twice_changes_nothing() {
    let stage = Stage::evaluated().await;
    let request = reject(&stage).await;
    let once = Client::new(stage.hr()).reject_flag(request.clone()).await.unwrap().into_inner();
    let twice = Client::new(stage.hr()).reject_flag(request).await.unwrap().into_inner();
    assert_eq!(once, twice);
}

#[tokio::test]
async fn a_reason_is_required() {
    let stage = Stage::evaluated().await;
    let request = pb::RejectFlagRequest { reason: "  ".into(), ..reject(&stage).await };
    let status = Client::new(stage.hr()).reject_flag(request).await.unwrap_err();
    assert_eq!(fields(&status), ["reason"]);
}

#[tokio::test]
async fn foreign_flags_are_not_found() {
    let stage = Stage::evaluated().await;
    let request = reject(&stage).await;
    for client in [stage.champion("south"), stage.harness.as_stranger()] {
        let status = Client::new(client).reject_flag(request.clone()).await.unwrap_err();
        assert!(matches!(status.code(), Code::NotFound), "{status:?}");
    }
    let request = pb::RejectFlagRequest { name: format!("{PARENT}/flags/none"), ..request };
    let status = Client::new(stage.hr()).reject_flag(request).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
}
