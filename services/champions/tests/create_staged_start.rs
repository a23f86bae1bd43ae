//! `CreateStagedStart`.

use std::collections::BTreeSet;

use proto::{
    adoption::v1::{ApplicationOverview, TeamStatus, TeamsOverview},
    champions::v1::{CreateStagedStartRequest, StagedStart, effect_service_client::EffectServiceClient},
};
use tonic::{Code, Status};

use crate::support::{Company, company, fields, name, programme, reason};

/// Lets the coin divide teams.
pub(crate) async fn stage(
    company: &Company,
    programme: &str,
    teams: &[String],
) -> Result<StagedStart, Status> {
    let request = CreateStagedStartRequest {
        programme: programme.into(),
        teams: teams.iter().map(|t| name("teams", t)).collect(),
        request_id: String::new(),
    };
    Ok(company.effect().create_staged_start(request).await?.into_inner())
}

fn teams(names: &[&str]) -> Vec<String> {
    names.iter().map(|n| (*n).to_owned()).collect()
}

#[tokio::test]
async fn a_coin_says_who_waits_and_who_waits_gets_no_champion_before() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let start = stage(&company, &crm, &teams(&["west", "east"])).await.unwrap();
    assert_eq!((start.teams_now.len(), start.teams_later.len()), (1, 1));
    assert_eq!((start.start_day.as_str(), start.later_day.as_str()), ("2026-03-02", "2026-04-06"));
    let both: BTreeSet<_> = start.teams_now.iter().chain(&start.teams_later).cloned().collect();
    assert_eq!(both, BTreeSet::from([name("teams", "east"), name("teams", "west")]));

    let later = start.teams_later[0].rsplit('/').next().unwrap().to_owned();
    let now = start.teams_now[0].rsplit('/').next().unwrap().to_owned();
    let first = company.consented(&crm, "n2").await;
    company.appoint(&first, &[&now]).await.unwrap();
    let second = company.consented(&crm, "n3").await;
    let early = company.appoint(&second, &[&later]).await.unwrap_err();
    assert_eq!(reason(&early), "TEAM_STARTS_LATER");
    let above = company.appoint(&second, &["sales"]).await.unwrap_err();
    assert_eq!(reason(&above), "TEAM_STARTS_LATER", "a champion of the team above is theirs too");
    company.harness.clock.advance(std::time::Duration::from_hours(35 * 24));
    company.appoint(&second, &[&later]).await.unwrap();
}

#[tokio::test]
async fn covered_flagged_and_waiting_teams_are_no_matter_for_a_coin() {
    let company = company().await;
    let (programme, _) = company.with_champion().await;
    let covered = stage(&company, &programme.name, &teams(&["west", "east"])).await.unwrap_err();
    assert_eq!(fields(&covered), ["teams[0]"]);
    let flagged =
        TeamStatus { team: name("teams", "north"), flag: name("flags", "f1"), ..Default::default() };
    let overview = TeamsOverview {
        applications: vec![ApplicationOverview { statuses: vec![flagged], ..Default::default() }],
        ..Default::default()
    };
    company.neighbours.change(|s| s.overview = overview);
    let urgent = stage(&company, &programme.name, &teams(&["east", "north"])).await.unwrap_err();
    assert_eq!(fields(&urgent), ["teams[1]"]);
    company.neighbours.change(|s| s.overview = TeamsOverview::default());
    stage(&company, &programme.name, &teams(&["east", "north"])).await.unwrap();
    let twice = stage(&company, &programme.name, &teams(&["east", "north"])).await.unwrap_err();
    assert_eq!(fields(&twice), ["teams[0]", "teams[1]"]);
    let below = stage(&company, &programme.name, &teams(&["sales", "east"])).await.unwrap_err();
    assert_eq!(fields(&below).last().unwrap(), "teams[1]", "who starts above starts below too");
    let bad = stage(&company, &programme.name, &teams(&["east"])).await.unwrap_err();
    assert_eq!(fields(&bad), ["teams"]);
    let mut member = EffectServiceClient::new(company.person("w2"));
    let denied = member.create_staged_start(CreateStagedStartRequest::default()).await.unwrap_err();
    assert_eq!(denied.code(), Code::PermissionDenied);
}
