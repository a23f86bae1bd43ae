//! `GetEvaluationRun`

use proto::adoption::v1::{self as pb, evaluation_service_client::EvaluationServiceClient as Client};
use tonic::Code;

use crate::support::{CRM, PARENT, Stage};

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
