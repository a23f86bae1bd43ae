//! Others who are asked to help, from the playbook to what they opened.

use proto::{
    adoption::v1::{self as pb, intervention_service_client::InterventionServiceClient as Client},
    champions::v1::VisitMade,
    feedback::v1::PulseQuestionKind,
    incentives::v1::Measure,
};
use tonic::Code;

use crate::support::{CRM, PARENT, Stage, team};

use pb::{OutreachFailure as Failure, OutreachKind as Kind, StepState as State};

/// Kind, state and why, of each step.
fn steps(intervention: &pb::Intervention) -> Vec<(Kind, State, Failure)> {
    intervention.outreach.iter().map(|s| (s.kind(), s.state(), s.failure())).collect()
}

async fn finish_tasks(stage: &Stage) {
    for task in stage.intervention().await.tasks {
        let request = pb::CompleteTaskRequest { name: task.name, ..Default::default() };
        Client::new(stage.hr()).complete_task(request).await.expect("done");
    }
}

fn made(source: &str) -> VisitMade {
    VisitMade { visit: format!("{PARENT}/visits/v1"), source: source.into(), team: team("w0") }
}

#[tokio::test]
async fn a_team_that_has_not_heard_is_asked_and_visited() {
    let stage = Stage::evaluated().await;
    let flag = stage.confirm(pb::Barrier::Awareness).await;
    let intervention = stage.intervention().await;
    assert_eq!(
        steps(&intervention),
        [
            (Kind::Visit, State::Assigned, Failure::Unspecified),
            (Kind::Pulse, State::Done, Failure::Unspecified)
        ]
    );
    let opened: Vec<_> = intervention.outreach.iter().flat_map(|s| &s.opened).collect();
    assert_eq!(opened, ["organizations/acme/visits/v1", "organizations/acme/pulses/p1"]);
    assert_eq!(intervention.outreach[0].due_day, "2026-03-12");

    let help = stage.neighbours.help();
    let visit = help.visits.values().next().expect("a visit");
    assert_eq!(
        (visit.team.clone(), visit.source.clone(), visit.flag.clone(), visit.due_day.as_str()),
        (team("w0"), intervention.name.clone(), flag.name, "2026-03-12")
    );
    assert!(!visit.reason.as_ref().unwrap().fa.is_empty());
    let pulse = help.pulses.values().next().expect("a pulse");
    assert_eq!((pulse.team.clone(), pulse.application.as_str()), (team("w0"), CRM));
    assert_eq!(pulse.positions, [format!("{PARENT}/positions/sales")]);
    assert_eq!(pulse.kinds, [i32::from(PulseQuestionKind::Awareness)]);
}

#[tokio::test]
async fn a_visit_is_done_when_it_is_made_and_with_the_last_step_the_intervention() {
    let stage = Stage::evaluated().await;
    stage.confirm(pb::Barrier::Awareness).await;
    finish_tasks(&stage).await;
    let waiting = stage.intervention().await;
    assert_eq!(waiting.state(), pb::InterventionState::Active, "asked is not made");
    stage.harness.deliver(&made("organizations/acme/interventions/of-somebody-else")).await;
    assert_eq!(stage.intervention().await, waiting);
    stage.harness.deliver(&made(&waiting.name)).await;
    let done = stage.intervention().await;
    assert_eq!((done.state(), done.outreach[0].state()), (pb::InterventionState::Completed, State::Done));
}

#[tokio::test]
async fn a_visit_that_was_made_before_the_answer_came_stays_made() {
    let stage = Stage::evaluated().await;
    stage.neighbours.helping(|h| h.lose = true);
    stage.confirm(pb::Barrier::Awareness).await;
    let name = stage.intervention().await.name;
    stage.harness.deliver(&made(&name)).await;
    stage.neighbours.helping(|h| h.lose = false);
    assert_eq!(stage.intervention().await.outreach[0].state(), State::Done);
}

#[tokio::test]
async fn a_committee_gets_an_agenda_item_that_names_the_team() {
    let stage = Stage::evaluated().await;
    let flag = stage.confirm(pb::Barrier::Willingness).await;
    let intervention = stage.intervention().await;
    let step = intervention.outreach.iter().find(|s| s.kind() == Kind::Committee).expect("a committee");
    assert_eq!((step.state(), &step.opened), (State::Done, &vec![format!("{PARENT}/committees/west")]));
    let help = stage.neighbours.help();
    let item = help.suggestions.values().next().expect("an item");
    assert_eq!(
        (item.team.clone(), item.application.as_str(), item.flag.clone()),
        (team("w0"), CRM, flag.name)
    );
    let title = item.title.clone().unwrap();
    assert!(title.en.contains("Team w0") && title.ar.contains("Team w0"), "{title:?}");
}

#[tokio::test]
async fn a_challenge_is_proposed_to_hr() {
    let stage = Stage::evaluated().await;
    stage.confirm(pb::Barrier::Reinforcement).await;
    let intervention = stage.intervention().await;
    let step = intervention.outreach.iter().find(|s| s.kind() == Kind::Challenge).expect("a challenge");
    assert_eq!(step.opened, ["organizations/acme/challenges/c1"]);
    let help = stage.neighbours.help();
    let proposed = &help.challenges[&intervention.name];
    assert_eq!((proposed.measure(), proposed.teams.clone()), (Measure::AdoptionIndex, vec![team("w0")]));
}

#[tokio::test]
async fn where_nobody_can_be_asked_hr_has_a_task() {
    let stage = Stage::evaluated().await;
    stage.neighbours.helping(|h| {
        h.champions = 0;
        h.committees.clear();
    });
    stage.confirm(pb::Barrier::Willingness).await;
    let intervention = stage.intervention().await;
    assert_eq!(
        steps(&intervention),
        [
            (Kind::Visit, State::Failed, Failure::NoChampion),
            (Kind::Committee, State::Failed, Failure::NoCommittee)
        ]
    );
    let tasks = stage.told::<pb::TaskAssigned>().await;
    assert_eq!(tasks.iter().map(pb::TaskAssigned::assignee).collect::<Vec<_>>(), [pb::TaskAssignee::Hr; 2]);
    assert!(tasks[0].description.as_ref().unwrap().en.contains("what speaks against it"), "{tasks:?}");
    assert_eq!(intervention.state(), pb::InterventionState::Active);
    finish_tasks(&stage).await;
    assert_eq!(stage.intervention().await.state(), pb::InterventionState::Completed);
}

#[tokio::test]
async fn a_pulse_that_reaches_fewer_than_five_becomes_a_task() {
    let stage = Stage::evaluated().await;
    stage.neighbours.helping(|h| h.people = 4);
    stage.confirm(pb::Barrier::Unclear).await;
    let intervention = stage.intervention().await;
    assert_eq!(steps(&intervention), [(Kind::Pulse, State::Failed, Failure::TooFewPeople)]);
    assert_eq!(intervention.tasks.len(), 1);
}

#[tokio::test]
async fn what_cannot_be_reached_is_asked_again_until_it_answers() {
    let stage = Stage::evaluated().await;
    stage.neighbours.answer_unavailable(true);
    stage.confirm(pb::Barrier::Unclear).await;
    assert_eq!(steps(&stage.intervention().await), [(Kind::Pulse, State::Open, Failure::Unspecified)]);
    stage.neighbours.answer_unavailable(false);
    let intervention = stage.intervention().await;
    assert_eq!(steps(&intervention), [(Kind::Pulse, State::Done, Failure::Unspecified)]);
    assert_eq!(intervention.state(), pb::InterventionState::Completed);
}

#[tokio::test]
async fn what_was_done_before_the_answer_was_lost_is_done_once() {
    let stage = Stage::evaluated().await;
    stage.neighbours.helping(|h| {
        h.lose = true;
        h.champions = 0;
    });
    stage.confirm(pb::Barrier::Willingness).await;
    stage.intervention().await;
    let asked = stage.neighbours.help().calls;
    assert!(asked >= 2, "both were asked");
    stage.neighbours.helping(|h| h.lose = false);
    let intervention = stage.intervention().await;
    let help = stage.neighbours.help();
    assert!(help.calls > asked, "both were asked again");
    assert_eq!((help.visits.len(), help.suggestions.len()), (1, 1), "with the same words");
    assert_eq!(intervention.tasks.len(), 1);
    assert_eq!(stage.told::<pb::TaskAssigned>().await.len(), 1);
}

#[tokio::test]
async fn what_is_refused_is_not_asked_again_and_hr_decides() {
    let stage = Stage::evaluated().await;
    stage.neighbours.helping(|h| h.refusal = Some(Code::FailedPrecondition));
    stage.confirm(pb::Barrier::Unclear).await;
    let intervention = stage.intervention().await;
    assert_eq!(steps(&intervention), [(Kind::Pulse, State::Failed, Failure::Refused)]);
    assert_eq!((intervention.tasks.len(), stage.neighbours.help().calls), (1, 1));
    stage.neighbours.helping(|h| h.refusal = None);
    assert_eq!(stage.intervention().await, intervention);
    assert_eq!(stage.neighbours.help().calls, 1);
}
