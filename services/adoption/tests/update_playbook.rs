//! `UpdatePlaybook`

use prost_types::FieldMask;
use proto::{
    adoption::v1::{
        self as pb, playbook_service_client::PlaybookServiceClient as Client, playbook_step::Step,
    },
    localization::v1::LocalizedText,
};
use tonic::Code;

use crate::support::{PARENT, Stage, fields};

fn task(title: &str, due_days: i32) -> pb::PlaybookStep {
    let text = |en: &str| Some(LocalizedText { en: en.into(), ..Default::default() });
    pb::PlaybookStep {
        step: Some(Step::AssignTask(pb::AssignTask {
            assignee: pb::TaskAssignee::Champion.into(),
            title: text(title),
            description: text("do it"),
            due_days,
        })),
    }
}

fn steps(barrier: &str, steps: Vec<pb::PlaybookStep>) -> pb::UpdatePlaybookRequest {
    pb::UpdatePlaybookRequest {
        playbook: Some(pb::Playbook {
            name: format!("{PARENT}/playbooks/{barrier}"),
            steps,
            ..Default::default()
        }),
        update_mask: Some(FieldMask { paths: vec!["steps".into()] }),
    }
}

#[tokio::test]
async fn changed_steps_are_what_the_next_intervention_does() {
    let stage = Stage::evaluated().await;
    let request = steps("unclear", vec![task("Have tea with the team", 3)]);
    let changed = Client::new(stage.hr()).update_playbook(request).await.unwrap().into_inner();
    assert_eq!(changed.etag, "1");
    assert!(!changed.summary.unwrap().fa.is_empty());
    stage.confirm(pb::Barrier::Unclear).await;
    let tasks = stage.told::<pb::TaskAssigned>().await;
    assert_eq!(tasks.len(), 1);
    assert_eq!(
        (tasks[0].title.as_ref().unwrap().en.as_str(), tasks[0].due_day.as_str()),
        ("Have tea with the team", "2026-03-05")
    );
}

#[tokio::test]
async fn training_is_no_answer_to_unwillingness_and_every_violation_is_told() {
    let stage = Stage::empty().await;
    let training = pb::PlaybookStep {
        step: Some(Step::AssignTraining(pb::AssignTraining { training: String::new(), due_working_days: 0 })),
    };
    let request = steps("willingness", vec![training, task("", 0), pb::PlaybookStep { step: None }]);
    let status = Client::new(stage.hr()).update_playbook(request).await.unwrap_err();
    assert_eq!(
        fields(&status),
        [
            "playbook.steps[0].assign_training",
            "playbook.steps[0].assign_training.due_working_days",
            "playbook.steps[1].assign_task.title",
            "playbook.steps[1].assign_task.due_days",
            "playbook.steps[2]"
        ]
    );
    let status = Client::new(stage.hr()).update_playbook(steps("tool", vec![])).await.unwrap_err();
    assert_eq!(fields(&status), ["playbook.steps"]);
}

#[tokio::test]
async fn an_outdated_etag_an_unknown_barrier_and_others_than_hr_are_refused() {
    let stage = Stage::empty().await;
    let mut request = steps("unclear", vec![task("a", 3)]);
    request.playbook.as_mut().unwrap().etag = "7".into();
    let status = Client::new(stage.hr()).update_playbook(request).await.unwrap_err();
    assert_eq!(status.code(), Code::Aborted);
    let status =
        Client::new(stage.hr()).update_playbook(steps("laziness", vec![task("a", 3)])).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
    let status = Client::new(stage.champion("west"))
        .update_playbook(steps("tool", vec![task("a", 3)]))
        .await
        .unwrap_err();
    assert_eq!(status.code(), Code::PermissionDenied);
}
