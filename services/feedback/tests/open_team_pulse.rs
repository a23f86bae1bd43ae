//! `OpenTeamPulse`: as a playbook asks.

use proto::{
    feedback::v1::{OpenTeamPulseRequest, PulseOpened, PulseQuestionKind as Kind, PulseState},
    identity::v1 as identity,
};
use tonic::Code;

use crate::support::{build, company, fields, name, parent, pulses::client};

fn request(team: &str, request_id: &str) -> OpenTeamPulseRequest {
    OpenTeamPulseRequest {
        parent: parent(),
        team: name("teams", team),
        application: name("applications", "crm"),
        positions: vec![],
        request_id: request_id.into(),
        kinds: vec![],
    }
}

#[tokio::test]
async fn a_team_is_asked_two_questions_once() {
    let company = company().await;
    let mut adoption = client(company.harness.as_service("adoption"));
    let asked = adoption.open_team_pulse(request("west", "task-1")).await.unwrap().into_inner();
    assert_eq!(asked.state(), PulseState::Open);
    assert_eq!(
        asked.questions.iter().map(proto::feedback::v1::PulseQuestion::kind).collect::<Vec<_>>(),
        [Kind::Willingness, Kind::Ability]
    );
    assert_eq!(asked.rounds[0].asked, 6);
    let again = adoption.open_team_pulse(request("west", "task-1")).await.unwrap().into_inner();
    assert_eq!(again, asked);
    assert_eq!(company.asked("w1").await.len(), 1);
}

#[tokio::test]
async fn fewer_than_five_are_left_in_peace() {
    let company = company().await;
    for id in ["w1", "w2"] {
        let gone = build::person(id, "west", "seller");
        company.hire(identity::Person { employment_end_day: "2026-01-01".into(), revision: 2, ..gone }).await;
    }
    let mut adoption = client(company.harness.as_service("adoption"));
    let asked = adoption.open_team_pulse(request("west", "task-1")).await.unwrap().into_inner();
    assert_eq!((asked.rounds[0].asked, asked.rounds[0].spared), (0, 0));
    assert!(company.asked("w3").await.is_empty(), "nobody would ever be told what four say");
    assert!(company.heard::<PulseOpened>().await.is_empty());
    let above = adoption.open_team_pulse(request("sales", "task-2")).await.unwrap().into_inner();
    assert_eq!(above.rounds[0].asked, 9, "nor were they asked too often by that");
}

#[tokio::test]
async fn only_other_services_and_only_real_teams() {
    let company = company().await;
    let mut adoption = client(company.harness.as_service("adoption"));
    let refused = adoption.open_team_pulse(request("nowhere", "")).await.unwrap_err();
    assert_eq!(fields(&refused)[..2], ["request_id", "team"]);
    let mut hr = client(company.hr());
    assert_eq!(hr.open_team_pulse(request("west", "x")).await.unwrap_err().code(), Code::PermissionDenied);
}

#[tokio::test]
async fn the_questions_are_those_that_the_playbook_wants() {
    let company = company().await;
    let mut adoption = client(company.harness.as_service("adoption"));
    let about = |kinds: &[Kind], id: &str| OpenTeamPulseRequest {
        kinds: kinds.iter().map(|k| i32::from(*k)).collect(),
        ..request("west", id)
    };
    let asked = adoption.open_team_pulse(about(&[Kind::Awareness], "a")).await.unwrap().into_inner();
    assert_eq!(asked.questions.len(), 1);
    assert_eq!(asked.questions[0].kind(), Kind::Awareness);
    assert!(!asked.questions[0].text.as_ref().unwrap().ar.is_empty());
    assert!(asked.title.unwrap().en.starts_with("A question for"));
    let own = about(&[Kind::Ability, Kind::Ability, Kind::Text], "b");
    let refused = adoption.open_team_pulse(own).await.unwrap_err();
    assert_eq!(fields(&refused), ["kinds[1]", "kinds[2]"]);
}
