//! `CreateChallenge`.

use proto::incentives::v1 as pb;
use tonic::Code;

use crate::support::{company, fields, name, parent, text};

#[tokio::test]
async fn a_draft_is_hrs_alone() {
    let company = company().await;
    let budget = company.budget("EUR", 100_000).await;
    let made = company.create(company.draft(&budget, &["west", "east"])).await.unwrap();
    assert_eq!((made.state(), made.end_day.as_str()), (pb::ChallengeState::Draft, "2026-04-12"));
    assert_eq!(made.teams[1].team_display_name, "EAST");
    assert!(made.progress.is_none() && made.baseline_start_day.is_empty());
    let mut member = pb::challenge_service_client::ChallengeServiceClient::new(company.member("w1"));
    let error = member.get_challenge(pb::GetChallengeRequest { name: made.name }).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
}

#[tokio::test]
async fn every_mistake_is_named_at_once() {
    let company = company().await;
    let team = |id: &str| pb::ChallengeTeam { team: name("teams", id), ..Default::default() };
    let wrong = pb::Challenge {
        title: text("\u{202E}evil"),
        measure: pb::Measure::CourseCompletion.into(),
        application: "organizations/globex/applications/crm".into(),
        teams: vec![team("sales"), team("west"), team("nobody"), team("west")],
        start_day: "2026-03-01".into(),
        weeks: 3,
        target_percent: 101,
        participation_percent: 49,
        budget: name("budgets", "none"),
        ..Default::default()
    };
    let error = company.create(wrong).await.unwrap_err();
    let expected = [
        "title.en",
        "application",
        "teams[2]",
        "teams[3]",
        "teams",
        "weeks",
        "target_percent",
        "participation_percent",
        "courses",
        "start_day",
        "budget",
    ];
    assert_eq!(fields(&error), expected.map(|f| format!("challenge.{f}")));
}

#[tokio::test]
async fn cooperation_needs_two_departments() {
    let company = company().await;
    let budget = company.budget("EUR", 100_000).await;
    let alone =
        pb::Challenge { measure: pb::Measure::Cooperation.into(), ..company.draft(&budget, &["west"]) };
    assert_eq!(fields(&company.create(alone).await.unwrap_err()), ["challenge.teams"]);
}

#[tokio::test]
async fn the_same_request_makes_one_challenge() {
    let company = company().await;
    let budget = company.budget("EUR", 100_000).await;
    let request = pb::CreateChallengeRequest {
        parent: parent(),
        challenge: Some(company.draft(&budget, &["west"])),
        request_id: "r".into(),
    };
    let once = company.challenges().create_challenge(request.clone()).await.unwrap().into_inner();
    assert_eq!(company.challenges().create_challenge(request).await.unwrap().into_inner(), once);
}
