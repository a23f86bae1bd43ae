//! `CompleteTask`

use proto::adoption::v1::{self as pb, intervention_service_client::InterventionServiceClient as Client};
use tonic::Code;

use crate::support::{PARENT, Stage, fields};

async fn tasks(stage: &Stage) -> Vec<pb::Task> {
    let request = pb::ListTasksRequest { parent: PARENT.into(), ..Default::default() };
    Client::new(stage.hr()).list_tasks(request).await.expect("tasks").into_inner().tasks
}

fn done(task: &pb::Task, note: &str) -> pb::CompleteTaskRequest {
    pb::CompleteTaskRequest { name: task.name.clone(), note: note.into() }
}

#[tokio::test]
async fn the_last_task_completes_the_intervention() {
    let stage = Stage::evaluated().await;
    stage.play_with_tasks("unclear").await;
    stage.confirm(pb::Barrier::Unclear).await;
    let tasks = tasks(&stage).await;
    let champion = Client::new(stage.champion("west"))
        .complete_task(done(&tasks[0], "visited"))
        .await
        .unwrap()
        .into_inner();
    assert_eq!(champion.state(), pb::InterventionState::Active);
    assert_eq!(
        (champion.tasks[0].completed_by(), champion.tasks[0].note.as_str()),
        (pb::Actor::Champion, "visited")
    );
    let hr = Client::new(stage.hr()).complete_task(done(&tasks[1], "")).await.unwrap().into_inner();
    assert_eq!(hr.state(), pb::InterventionState::Completed);
    assert!(hr.complete_time.is_some());
    let again =
        Client::new(stage.hr()).complete_task(done(&tasks[1], "other words")).await.unwrap().into_inner();
    assert_eq!(again, hr);
}

#[tokio::test]
async fn tasks_of_other_teams_and_organizations_do_not_exist() {
    let stage = Stage::evaluated().await;
    stage.play_with_tasks("unclear").await;
    stage.confirm(pb::Barrier::Unclear).await;
    let tasks = tasks(&stage).await;
    for client in [stage.champion("south"), stage.harness.as_stranger()] {
        let status = Client::new(client).complete_task(done(&tasks[0], "")).await.unwrap_err();
        assert_eq!(status.code(), Code::NotFound);
    }
    let other = pb::CompleteTaskRequest {
        name: format!("{PARENT}/interventions/other/tasks/{}", tasks[0].name.rsplit('/').next().unwrap()),
        ..Default::default()
    };
    let status = Client::new(stage.hr()).complete_task(other).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
}

#[tokio::test]
async fn a_long_note_is_refused() {
    let stage = Stage::evaluated().await;
    stage.confirm(pb::Barrier::Tool).await;
    let tasks = tasks(&stage).await;
    let status =
        Client::new(stage.hr()).complete_task(done(&tasks[0], &"x".repeat(2_001))).await.unwrap_err();
    assert_eq!(fields(&status), ["note"]);
}
