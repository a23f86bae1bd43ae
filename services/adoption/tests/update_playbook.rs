//! `UpdatePlaybook`

use prost_types::FieldMask;
use proto::{
    adoption::v1::{
        self as pb, playbook_service_client::PlaybookServiceClient as Client, playbook_step::Step,
    },
    feedback::v1::PulseQuestionKind as Question,
    incentives::v1::Measure,
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

fn of(step: Step) -> pb::PlaybookStep {
    pb::PlaybookStep { step: Some(step) }
}

fn words(en: &str) -> LocalizedText {
    LocalizedText { en: en.into(), ..Default::default() }
}

fn pulse(questions: &[i32]) -> pb::PlaybookStep {
    of(Step::OpenPulse(pb::OpenPulse { questions: questions.to_vec() }))
}

#[tokio::test]
async fn others_may_be_asked_and_what_was_written_is_read_again() {
    let stage = Stage::empty().await;
    let wanted = vec![
        pulse(&[Question::Reinforcement.into(), Question::Ability.into()]),
        of(Step::InviteCommittee(pb::InviteCommittee {
            title: Some(words("Why not")),
            description: Some(words("Listen")),
        })),
        of(Step::RequestVisit(pb::RequestVisit { reason: Some(words("Sit with them")), due_days: 180 })),
        of(Step::ProposeChallenge(pb::ProposeChallenge {
            measure: Measure::Breadth.into(),
            title: Some(words("More")),
        })),
        task("Have tea", 3),
        task("Have tea again", 30),
    ];
    let changed =
        Client::new(stage.hr()).update_playbook(steps("tool", wanted.clone())).await.unwrap().into_inner();
    assert_eq!(changed.steps, wanted);
    let list = pb::ListPlaybooksRequest { parent: PARENT.into() };
    let list = Client::new(stage.champion("west")).list_playbooks(list).await.unwrap().into_inner();
    assert_eq!(list.playbooks[0].steps, wanted);
}

#[tokio::test]
async fn every_mistake_in_what_others_are_asked_is_told_at_once() {
    let stage = Stage::empty().await;
    let visit = |reason: &str, due_days| {
        of(Step::RequestVisit(pb::RequestVisit { reason: Some(words(reason)), due_days }))
    };
    let committee = of(Step::InviteCommittee(pb::InviteCommittee {
        title: None,
        description: Some(words(&"x".repeat(2_001))),
    }));
    let challenge = of(Step::ProposeChallenge(pb::ProposeChallenge {
        measure: Measure::CourseCompletion.into(),
        title: Some(words(&"x".repeat(121))),
    }));
    let (own, twice) = (Question::Text.into(), Question::Ability.into());
    let request = steps(
        "unclear",
        vec![pulse(&[]), pulse(&[twice, own, twice]), committee, visit("", 0), visit("Listen", 3), challenge],
    );
    let status = Client::new(stage.hr()).update_playbook(request).await.unwrap_err();
    assert_eq!(
        fields(&status),
        [
            "playbook.steps[0].open_pulse.questions",
            "playbook.steps[1].open_pulse.questions[1]",
            "playbook.steps[1].open_pulse.questions[2]",
            "playbook.steps[1].open_pulse",
            "playbook.steps[2].invite_committee.title",
            "playbook.steps[2].invite_committee.description.en",
            "playbook.steps[3].request_visit.reason",
            "playbook.steps[3].request_visit.due_days",
            "playbook.steps[4].request_visit",
            "playbook.steps[5].propose_challenge.title.en",
            "playbook.steps[5].propose_challenge.measure",
        ]
    );
}

#[tokio::test]
async fn of_two_people_who_edit_at_once_the_second_is_told_and_nothing_is_lost() {
    let stage = Stage::empty().await;
    let list = async || {
        let request = pb::ListPlaybooksRequest { parent: PARENT.into() };
        Client::new(stage.hr()).list_playbooks(request).await.unwrap().into_inner().playbooks.remove(6)
    };
    let person = |id: &str| stage.harness.as_person(id, &[(proto::access::v1::Role::Hr, None)]);
    let save = async |id: &str, seen: &pb::Playbook, title: &str| {
        let playbook = pb::Playbook { steps: vec![task(title, 3)], ..seen.clone() };
        let update_mask = Some(FieldMask { paths: vec!["steps".into()] });
        let request = pb::UpdatePlaybookRequest { playbook: Some(playbook), update_mask };
        Client::new(person(id)).update_playbook(request).await
    };
    let (maryam, omar) = (list().await, list().await);
    let kept = save("maryam", &maryam, "What Maryam wants").await.unwrap().into_inner();
    let status = save("omar", &omar, "What Omar wants").await.unwrap_err();
    assert_eq!(status.code(), Code::Aborted);
    assert_eq!(list().await, kept, "what Maryam saved is there");
    let again = save("omar", &kept, "What both want").await.unwrap().into_inner();
    assert_ne!(again.etag, kept.etag);
    assert_eq!(list().await, again);
}
