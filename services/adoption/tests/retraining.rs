//! Retraining from being assigned to being done, as training tells of it.

use proto::{
    adoption::v1::{self as pb, intervention_service_client::InterventionServiceClient as Client},
    training::v1::{AssignmentProgressed, AssignmentState},
};

use crate::support::{PARENT, Stage};

/// What training tells of the assignment that its stand-in makes.
fn progressed(enrolled: i32, completed: i32, revision: i64) -> AssignmentProgressed {
    AssignmentProgressed {
        assignment: format!("{PARENT}/assignments/again"),
        enrolled,
        completed,
        revision,
        state: AssignmentState::Active.into(),
        ..Default::default()
    }
}

async fn intervention(stage: &Stage) -> pb::Intervention {
    let request = pb::ListInterventionsRequest { parent: PARENT.into(), ..Default::default() };
    let list = Client::new(stage.hr()).list_interventions(request).await.expect("interventions").into_inner();
    list.interventions.into_iter().next().expect("an intervention")
}

/// The state of the intervention and of its retraining, with the share that is shown.
async fn standing(stage: &Stage) -> (pb::InterventionState, pb::StepState, Option<i32>) {
    let intervention = intervention(stage).await;
    let step = &intervention.trainings[0];
    (intervention.state(), step.state(), step.completed_share)
}

/// A team that is being retrained, and every task around it done.
async fn retrained() -> Stage {
    let stage = Stage::evaluated().await;
    stage.confirm(pb::Barrier::Knowledge).await;
    stage.harness.settle().await;
    for task in intervention(&stage).await.tasks {
        let request = pb::CompleteTaskRequest { name: task.name, ..Default::default() };
        Client::new(stage.hr()).complete_task(request).await.expect("done");
    }
    stage
}

#[tokio::test]
async fn retraining_is_done_when_everybody_enrolled_has_completed_it() {
    use pb::{InterventionState as Whole, StepState as Step};
    let stage = retrained().await;
    assert_eq!(standing(&stage).await, (Whole::Active, Step::Assigned, None), "assigned is not done");
    stage.harness.deliver(&progressed(7, 0, 1)).await;
    stage.harness.deliver(&progressed(7, 2, 2)).await;
    assert_eq!(standing(&stage).await, (Whole::Active, Step::Assigned, Some(30)));
    // An older one that comes later changes nothing.
    stage.harness.deliver(&progressed(7, 7, 4)).await;
    stage.harness.deliver(&progressed(7, 6, 3)).await;
    assert_eq!(standing(&stage).await, (Whole::Completed, Step::Done, Some(100)));
    let history = stage.flag().await.name;
    let flag = proto::adoption::v1::flag_service_client::FlagServiceClient::new(stage.hr())
        .get_flag(pb::GetFlagRequest { name: history })
        .await
        .expect("the flag")
        .into_inner();
    let completed = |e: &&pb::FlagEvent| e.kind() == pb::FlagEventKind::InterventionCompleted;
    assert_eq!(flag.history.iter().filter(completed).count(), 1);
}

#[tokio::test]
async fn no_share_is_said_of_fewer_than_five() {
    let stage = retrained().await;
    stage.harness.deliver(&progressed(4, 1, 1)).await;
    assert_eq!(standing(&stage).await.2, None);
}

#[tokio::test]
async fn what_training_told_before_its_answer_came_counts() {
    let stage = Stage::evaluated().await;
    stage.confirm(pb::Barrier::Knowledge).await;
    stage.harness.deliver(&progressed(0, 0, 1)).await;
    stage.harness.settle().await;
    assert_eq!(standing(&stage).await.1, pb::StepState::Done, "nobody lacked it");
}

#[tokio::test]
async fn retraining_that_was_ended_is_done() {
    let stage = retrained().await;
    let ended = AssignmentProgressed { state: AssignmentState::Ended.into(), ..progressed(7, 2, 3) };
    stage.harness.deliver(&ended).await;
    assert_eq!(standing(&stage).await.0, pb::InterventionState::Completed);
}
