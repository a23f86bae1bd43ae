//! `GetEvaluationRun`

use proto::adoption::v1::{self as pb, evaluation_service_client::EvaluationServiceClient as Client};
use tonic::Code;

use crate::support::{CRM, PARENT, Stage, rows};

#[tokio::test]
async fn a_run_says_how_far_it_is_and_what_it_found() {
    let stage = Stage::evaluated().await;
    let request = pb::EvaluateNowRequest {
        parent: PARENT.into(),
        application: CRM.into(),
        start_day: "2026-02-20".into(),
        site: format!("{PARENT}/sites/hq"),
        ..Default::default()
    };
    let run = Client::new(stage.hr()).evaluate_now(request).await.unwrap().into_inner();
    stage.harness.settle().await;
    let get = || pb::GetEvaluationRunRequest { name: run.name.clone() };
    let run = Client::new(stage.hr()).get_evaluation_run(get()).await.unwrap().into_inner();
    assert_eq!((run.state(), run.days_done, run.days_total), (pb::EvaluationState::Done, 10, 10));
    // Ten teams of west and the two small ones of south together.
    assert_eq!((run.teams_judged, run.flags_open), (11, 1));
    assert!(run.end_time.is_some());
    let status = Client::new(stage.harness.as_stranger()).get_evaluation_run(get()).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
}

async fn evaluate(stage: &Stage, start_day: &str, end_day: &str) -> pb::EvaluationRun {
    let request = pb::EvaluateNowRequest {
        parent: PARENT.into(),
        application: CRM.into(),
        start_day: start_day.into(),
        end_day: end_day.into(),
        ..Default::default()
    };
    Client::new(stage.hr()).evaluate_now(request).await.expect("a run").into_inner()
}

async fn get(stage: &Stage, run: &pb::EvaluationRun) -> pb::EvaluationRun {
    let request = pb::GetEvaluationRunRequest { name: run.name.clone() };
    Client::new(stage.hr()).get_evaluation_run(request).await.expect("the run").into_inner()
}

#[tokio::test]
async fn a_run_of_earlier_days_tells_what_those_days_found() {
    let (first, last) = ("2026-01-19", "2026-01-25");
    let stage = Stage::evaluated().await;
    let run = evaluate(&stage, first, last).await;
    stage.harness.settle().await;
    let run = get(&stage, &run).await;
    assert_eq!((run.state(), run.days_done), (pb::EvaluationState::Done, 7));

    let only = Stage::empty().await;
    only.count(0..7, &rows(1)).await;
    only.harness.settle().await;
    let alone = evaluate(&only, first, last).await;
    only.harness.settle().await;
    assert_eq!(run.teams_judged, get(&only, &alone).await.teams_judged, "as if no later days were there");
    assert_ne!(run.teams_judged, 11, "so many are judged on the last day of all");
}

#[tokio::test]
async fn runs_of_several_ranges_all_come_to_their_end() {
    let stage = Stage::evaluated().await;
    let early = evaluate(&stage, "2026-01-19", "2026-01-25").await;
    let late = evaluate(&stage, "2026-02-20", "2026-03-01").await;
    assert_ne!(early.name, late.name);
    stage.harness.settle().await;
    for (run, days) in [(early, 7), (late, 10)] {
        let run = get(&stage, &run).await;
        assert_eq!((run.state(), run.days_done), (pb::EvaluationState::Done, days));
    }
}
