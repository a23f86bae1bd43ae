//! `ProposeChallenge`.

use proto::incentives::v1::{self as pb, challenge_service_client::ChallengeServiceClient};
use tonic::Code;

use crate::support::{company, fields, money, name, parent};

fn request(source: &str) -> pb::ProposeChallengeRequest {
    pb::ProposeChallengeRequest {
        parent: parent(),
        teams: vec![name("teams", "west"), name("teams", "east")],
        application: name("applications", "crm"),
        source: name("interventions", source),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_playbook_proposes_and_hr_decides() {
    let company = company().await;
    let mut adoption = ChallengeServiceClient::new(company.harness.as_service("adoption"));
    let made = adoption.propose_challenge(request("i1")).await.unwrap().into_inner();
    assert_eq!(
        (made.state(), made.measure(), made.start_day.as_str()),
        (pb::ChallengeState::Proposed, pb::Measure::AdoptionIndex, "2026-03-16")
    );
    assert_eq!(made.source, name("interventions", "i1"));
    assert!(made.title.as_ref().is_some_and(|t| !t.fa.is_empty() && !t.ar.is_empty()));
    company.tick();
    let again = adoption.propose_challenge(request("i1")).await.unwrap().into_inner();
    assert_eq!(again.name, made.name, "one for each intervention");

    let budget = company.budget("EUR", 100_000).await;
    let whole = pb::Challenge { prize: money("EUR", 50_000), budget: budget.name, ..made };
    let update = pb::UpdateChallengeRequest { challenge: Some(whole), update_mask: None };
    let draft = company.challenges().update_challenge(update).await.unwrap().into_inner();
    assert_eq!(draft.state(), pb::ChallengeState::Draft);
    assert_eq!(company.start(&draft).await.unwrap().state(), pb::ChallengeState::Running);
}

#[tokio::test]
async fn only_services_propose_and_mistakes_are_named_at_once() {
    let company = company().await;
    let error = company.challenges().propose_challenge(request("i1")).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
    let wrong = pb::ProposeChallengeRequest {
        teams: vec![name("teams", "nobody")],
        application: String::new(),
        measure: pb::Measure::Cooperation.into(),
        ..request("i2")
    };
    let mut adoption = ChallengeServiceClient::new(company.harness.as_service("adoption"));
    let error = adoption.propose_challenge(wrong).await.unwrap_err();
    assert_eq!(fields(&error), ["teams[0]", "application", "measure"]);
}
