//! `EvaluateNow`

use proto::adoption::v1::{self as pb, evaluation_service_client::EvaluationServiceClient as Client};
use tonic::Code;

use crate::support::{CRM, PARENT, Stage, fields};

fn now() -> pb::EvaluateNowRequest {
    pb::EvaluateNowRequest { parent: PARENT.into(), application: CRM.into(), ..Default::default() }
}

#[tokio::test]
async fn evaluating_again_leads_to_the_same_state() {
    let stage = Stage::evaluated().await;
    let before = stage.flag().await;
    let run = Client::new(stage.hr()).evaluate_now(now()).await.unwrap().into_inner();
    assert_eq!((run.state(), run.days_total), (pb::EvaluationState::Pending, 42));
    assert_eq!((run.start_day.as_str(), run.end_day.as_str()), ("2026-01-19", "2026-03-01"));
    stage.harness.settle().await;
    let after = stage.flag().await;
    assert_eq!((before.name, before.sentence), (after.name, after.sentence));
    assert_eq!(stage.told::<pb::FlagRaised>().await.len(), 1);
}

#[tokio::test]
async fn asking_for_what_is_going_on_gives_that_run() {
    let stage = Stage::evaluated().await;
    let mut client = Client::new(stage.hr());
    let first = client.evaluate_now(now()).await.unwrap().into_inner();
    let second = client.evaluate_now(now()).await.unwrap().into_inner();
    assert_eq!(first.name, second.name);
}

#[tokio::test]
async fn a_range_without_counts_is_empty() {
    let stage = Stage::evaluated().await;
    let request = pb::EvaluateNowRequest { site: format!("{PARENT}/sites/nowhere"), ..now() };
    let run = Client::new(stage.hr()).evaluate_now(request).await.unwrap().into_inner();
    assert_eq!((run.state(), run.days_total), (pb::EvaluationState::Empty, 0));
    let request = pb::EvaluateNowRequest { start_day: "2026-05-01".into(), ..now() };
    let run = Client::new(stage.hr()).evaluate_now(request).await.unwrap().into_inner();
    assert_eq!(run.state(), pb::EvaluationState::Empty);
}

#[tokio::test]
async fn bad_days_and_champions_are_refused() {
    let stage = Stage::empty().await;
    let request =
        pb::EvaluateNowRequest { start_day: "tomorrow".into(), end_day: "2026-13-01".into(), ..now() };
    let status = Client::new(stage.hr()).evaluate_now(request).await.unwrap_err();
    assert_eq!(fields(&status), ["start_day", "end_day"]);
    let request =
        pb::EvaluateNowRequest { start_day: "2026-02-02".into(), end_day: "2026-02-01".into(), ..now() };
    let status = Client::new(stage.hr()).evaluate_now(request).await.unwrap_err();
    assert_eq!(fields(&status), ["end_day"]);
    let status = Client::new(stage.champion("west")).evaluate_now(now()).await.unwrap_err();
    assert_eq!(status.code(), Code::PermissionDenied);
}
