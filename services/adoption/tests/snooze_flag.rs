//! `SnoozeFlag`

use proto::adoption::v1::{self as pb, flag_service_client::FlagServiceClient as Client};
use tonic::Code;

use crate::support::{Stage, fields, hours, reason};

async fn snooze(stage: &Stage, until: &str, reason: &str) -> pb::SnoozeFlagRequest {
    pb::SnoozeFlagRequest {
        name: stage.flag().await.name,
        reason: reason.into(),
        until: until.into(),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_flag_is_put_off_and_comes_back_on_its_day() {
    let stage = Stage::evaluated().await;
    let request = snooze(&stage, "2026-03-10", "Nowruz is near").await;
    let flag = Client::new(stage.hr()).snooze_flag(request).await.unwrap().into_inner();
    assert_eq!((flag.state(), flag.snoozed_until.as_str()), (pb::FlagState::Snoozed, "2026-03-10"));
    let last = flag.history.last().unwrap();
    assert_eq!(
        (last.kind(), last.note.as_str(), last.until.as_str()),
        (pb::FlagEventKind::Snoozed, "Nowruz is near", "2026-03-10")
    );

    stage.harness.clock.advance(hours(7 * 24));
    stage.harness.settle().await;
    assert_eq!(stage.flag().await.state(), pb::FlagState::Snoozed);
    stage.harness.clock.advance(hours(24));
    stage.harness.settle().await;
    let flag = stage.flag().await;
    assert_eq!((flag.state(), flag.snoozed_until.as_str()), (pb::FlagState::Flagged, ""));
}

#[tokio::test]
async fn a_reason_and_a_day_to_come_are_required() {
    let stage = Stage::evaluated().await;
    for (until, reason, wrong) in [
        ("2026-03-02", " ", vec!["reason", "until"]),
        ("2026-02-30", "x", vec!["until"]),
        ("2026-12-31", "x", vec!["until"]),
        ("", "x", vec!["until"]),
    ] {
        let request = snooze(&stage, until, reason).await;
        let status = Client::new(stage.hr()).snooze_flag(request).await.unwrap_err();
        assert_eq!(fields(&status), wrong, "{until}");
    }
}

#[tokio::test]
async fn a_cleared_flag_cannot_be_put_off() {
    let stage = Stage::evaluated().await;
    let request = snooze(&stage, "2026-03-10", "later").await;
    let reject =
        pb::RejectFlagRequest { name: request.name.clone(), reason: "wrong".into(), ..Default::default() };
    Client::new(stage.hr()).reject_flag(reject).await.unwrap();
    let status = Client::new(stage.hr()).snooze_flag(request).await.unwrap_err();
    assert_eq!((status.code(), reason(&status).as_str()), (Code::FailedPrecondition, "FLAG_CLEARED"));
}

#[tokio::test]
async fn a_champion_of_another_team_finds_no_flag() {
    let stage = Stage::evaluated().await;
    let request = snooze(&stage, "2026-03-10", "later").await;
    let status = Client::new(stage.champion("south")).snooze_flag(request).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
}
