//! `ConfirmFlag`

use proto::{
    adoption::v1::{
        self as pb, flag_service_client::FlagServiceClient as Client,
        intervention_service_client::InterventionServiceClient,
    },
    feedback::v1::{PulseKindMean, PulseQuestionKind, TeamVoices},
    training::v1::{assignment::Target, condition::Kind},
};
use tonic::Code;

use crate::support::{DAYS, PARENT, Stage, fields, hours, reason, rows, team};

#[tokio::test]
async fn confirming_what_is_proposed_assigns_the_missing_course_by_rule() {
    let stage = Stage::evaluated().await;
    let flag = stage.confirm(pb::Barrier::Unspecified).await;
    assert_eq!((flag.verdict(), flag.barrier()), (pb::Verdict::Confirmed, pb::Barrier::Knowledge));
    stage.harness.settle().await;

    let asked = stage.neighbours.assigned();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].source, flag.interventions[0]);
    let assignment = asked[0].assignment.clone().unwrap();
    assert_eq!(assignment.target, Some(Target::Course("organizations/acme/courses/crm-basics".into())));
    let rule = assignment.audience.unwrap().all_of;
    let kinds: Vec<_> = rule.into_iter().map(|c| c.kind.unwrap()).collect();
    assert!(matches!(&kinds[0], Kind::Team(t) if t.teams == [team("w0")]), "{kinds:?}");
    assert!(
        matches!(&kinds[1], Kind::Position(p) if p.positions == [format!("{PARENT}/positions/sales")]),
        "{kinds:?}"
    );
    assert!(matches!(&kinds[2], Kind::NotCompleted(c) if c.course.ends_with("crm-basics")), "{kinds:?}");

    let request = pb::GetInterventionRequest { name: flag.interventions[0].clone() };
    let done =
        InterventionServiceClient::new(stage.hr()).get_intervention(request).await.unwrap().into_inner();
    assert_eq!(done.trainings[0].assignment, "organizations/acme/assignments/again");
    assert_eq!(done.trainings[0].training_title.as_ref().unwrap().en, "CRM basics");
    assert_eq!(stage.told::<pb::InterventionStarted>().await.len(), 1);
}

#[tokio::test]
async fn without_a_course_somebody_is_asked_to_make_one() {
    let stage = Stage::evaluated().await;
    stage.neighbours.answer_without_courses();
    let flag = stage.confirm(pb::Barrier::Knowledge).await;
    stage.harness.settle().await;
    let request = pb::GetInterventionRequest { name: flag.interventions[0].clone() };
    let open =
        InterventionServiceClient::new(stage.hr()).get_intervention(request).await.unwrap().into_inner();
    assert_eq!(
        (open.state(), open.tasks[0].assignee()),
        (pb::InterventionState::Active, pb::TaskAssignee::Hr)
    );
    assert_eq!(open.trainings[0].assignment, "");
    assert_eq!(stage.told::<pb::TaskAssigned>().await.len(), 1);
}

#[tokio::test]
async fn training_that_cannot_be_reached_is_tried_again() {
    let stage = Stage::evaluated().await;
    stage.confirm(pb::Barrier::Knowledge).await;
    stage.neighbours.answer_unavailable(true);
    stage.harness.settle().await;
    assert!(stage.neighbours.assigned().is_empty());
    stage.neighbours.answer_unavailable(false);
    stage.harness.settle().await;
    assert_eq!(stage.neighbours.assigned().len(), 1);
}

#[tokio::test]
async fn a_barrier_that_is_no_training_problem_becomes_tasks() {
    let stage = Stage::evaluated().await;
    stage.play_with_tasks("willingness").await;
    stage.confirm(pb::Barrier::Willingness).await;
    stage.harness.settle().await;
    assert!(stage.neighbours.assigned().is_empty());
    let tasks = stage.told::<pb::TaskAssigned>().await;
    let assignees: Vec<_> = tasks.iter().map(pb::TaskAssigned::assignee).collect();
    assert_eq!(assignees, [pb::TaskAssignee::Champion, pb::TaskAssignee::Hr]);
    assert_eq!((tasks[0].barrier(), tasks[0].due_day.as_str()), (pb::Barrier::Willingness, "2026-03-09"));
    assert_eq!(tasks[0].title.as_ref().unwrap().en, "Sit with the team");
}

#[tokio::test]
async fn confirming_twice_starts_one_intervention_and_another_barrier_is_refused() {
    let stage = Stage::evaluated().await;
    let first = stage.confirm(pb::Barrier::Willingness).await;
    let again = stage.confirm(pb::Barrier::Willingness).await;
    assert_eq!(first.interventions, again.interventions);
    let request =
        pb::ConfirmFlagRequest { name: first.name, barrier: pb::Barrier::Tool.into(), ..Default::default() };
    let status = Client::new(stage.hr()).confirm_flag(request).await.unwrap_err();
    assert_eq!(
        (status.code(), reason(&status).as_str()),
        (Code::FailedPrecondition, "FLAG_ALREADY_CONFIRMED")
    );
}

#[tokio::test]
async fn what_the_team_answers_later_names_the_cause_that_nobody_knew() {
    let stage = Stage::empty().await;
    stage.count(0..DAYS, &rows(1)).await;
    stage.harness.settle().await;
    let unclear = stage.confirm(pb::Barrier::Unclear).await;
    assert_eq!((unclear.proposed_barrier(), unclear.interventions.len()), (pb::Barrier::Unclear, 1));

    let answer = PulseKindMean { kind: PulseQuestionKind::Willingness.into(), mean: 2.1, people: 6 };
    stage.neighbours.answer_voices(TeamVoices { pulses: vec![answer], ..TeamVoices::default() });
    stage.harness.clock.advance(hours(25));
    stage.harness.settle().await;
    let known = stage.flag().await;
    assert_eq!((known.barrier(), known.proposed_barrier()), (pb::Barrier::Unclear, pb::Barrier::Willingness));

    let named = stage.confirm(pb::Barrier::Willingness).await;
    assert_eq!((named.barrier(), named.interventions.len()), (pb::Barrier::Willingness, 2));
    let request =
        pb::ConfirmFlagRequest { name: named.name, barrier: pb::Barrier::Tool.into(), ..Default::default() };
    let status = Client::new(stage.hr()).confirm_flag(request).await.unwrap_err();
    assert_eq!(reason(&status), "FLAG_ALREADY_CONFIRMED", "once");
}

#[tokio::test]
async fn a_champion_confirms_for_the_own_team_and_no_other() {
    let stage = Stage::evaluated().await;
    let name = stage.flag().await.name;
    let request = pb::ConfirmFlagRequest { name, ..Default::default() };
    let status = Client::new(stage.champion("south")).confirm_flag(request.clone()).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
    let flag = Client::new(stage.champion("west")).confirm_flag(request).await.unwrap().into_inner();
    let confirmed = flag.history.iter().find(|e| e.kind() == pb::FlagEventKind::Confirmed).unwrap();
    assert_eq!(confirmed.actor(), pb::Actor::Champion);
}

#[tokio::test]
async fn sponsors_may_look_but_not_decide() {
    let stage = Stage::evaluated().await;
    let name = stage.flag().await.name;
    let sponsor = stage.harness.as_role(proto::access::v1::Role::Sponsor);
    let request = pb::ConfirmFlagRequest { name, ..Default::default() };
    let status = Client::new(sponsor).confirm_flag(request).await.unwrap_err();
    assert_eq!(status.code(), Code::PermissionDenied);
}

#[tokio::test]
async fn whoever_saw_the_flag_before_somebody_else_decided_is_told() {
    let stage = Stage::evaluated().await;
    let pb::Flag { name, etag, .. } = stage.flag().await;
    let request = pb::SnoozeFlagRequest {
        name: name.clone(),
        reason: "Nowruz is near".into(),
        until: "2026-03-10".into(),
        etag: etag.clone(),
    };
    Client::new(stage.hr()).snooze_flag(request).await.unwrap();
    let request = pb::ConfirmFlagRequest { name, etag, ..Default::default() };
    let status = Client::new(stage.champion("west")).confirm_flag(request).await.unwrap_err();
    assert_eq!(status.code(), Code::Aborted);
    assert_eq!(stage.flag().await.verdict(), pb::Verdict::Unspecified);
}

#[tokio::test]
async fn new_evidence_between_looking_and_deciding_hinders_nobody() {
    let stage = Stage::evaluated().await;
    let seen = stage.flag().await;
    stage.harness.clock.advance(hours(25));
    stage.harness.settle().await;
    assert_ne!(stage.flag().await.facts_time, seen.facts_time);
    let barrier = pb::Barrier::Knowledge.into();
    let request = pb::ConfirmFlagRequest { name: seen.name, etag: seen.etag, barrier, ..Default::default() };
    let flag = Client::new(stage.hr()).confirm_flag(request).await.unwrap().into_inner();
    assert_eq!(flag.verdict(), pb::Verdict::Confirmed);
}

#[tokio::test]
async fn bad_input_is_told_at_once() {
    let stage = Stage::evaluated().await;
    let name = stage.flag().await.name;
    let request = pb::ConfirmFlagRequest { name, barrier: 77, note: "x".repeat(2_001), ..Default::default() };
    let status = Client::new(stage.hr()).confirm_flag(request).await.unwrap_err();
    assert_eq!(fields(&status), ["note", "barrier"]);
}
