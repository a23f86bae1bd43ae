//! `ListTeamFlags`

use proto::adoption::v1::{self as pb, team_flag_service_client::TeamFlagServiceClient as Client};
use tonic::Code;

use crate::support::{CRM, PARENT, Stage, fields, team};

fn request(teams: &[&str], since_day: &str) -> pb::ListTeamFlagsRequest {
    pb::ListTeamFlagsRequest {
        parent: PARENT.into(),
        application: CRM.into(),
        teams: teams.iter().map(|t| team(t)).collect(),
        since_day: since_day.into(),
    }
}

#[tokio::test]
async fn flagged_teams_are_named_with_the_last_day_and_others_left_out() {
    let stage = Stage::evaluated().await;
    let mut client = Client::new(stage.harness.as_service("incentives"));
    let answer =
        client.list_team_flags(request(&["w1", "w0", "west"], "2026-02-20")).await.unwrap().into_inner();
    assert_eq!(answer.teams.len(), 1, "{answer:?}");
    assert_eq!((answer.teams[0].team.as_str(), answer.teams[0].open), (team("w0").as_str(), true));
    assert_eq!(answer.teams[0].last_day, "2026-03-01", "the last evaluated day");
}

#[tokio::test]
async fn a_closed_flag_counts_from_its_last_day() {
    let stage = Stage::evaluated().await;
    let flag = stage.flag().await;
    let reject =
        pb::RejectFlagRequest { name: flag.name, reason: "they were at a fair".into(), ..Default::default() };
    let mut hr = pb::flag_service_client::FlagServiceClient::new(stage.hr());
    hr.reject_flag(reject).await.unwrap();
    let mut client = Client::new(stage.harness.as_service("incentives"));
    let mut of =
        async |since| client.list_team_flags(request(&["w0"], since)).await.unwrap().into_inner().teams;
    let found = of("2026-01-01").await;
    assert_eq!((found.len(), found[0].open), (1, false));
    let after: jiff::civil::Date = found[0].last_day.parse().unwrap();
    assert!(of(&after.tomorrow().unwrap().to_string()).await.is_empty());
}

#[tokio::test]
async fn only_services_ask_and_bad_requests_are_refused() {
    let stage = Stage::empty().await;
    let error = Client::new(stage.hr()).list_team_flags(request(&["w0"], "2026-01-01")).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
    let mut client = Client::new(stage.harness.as_service("incentives"));
    let bad =
        pb::ListTeamFlagsRequest { parent: PARENT.into(), since_day: "soon".into(), ..Default::default() };
    let error = client.list_team_flags(bad).await.unwrap_err();
    assert_eq!(fields(&error), ["application", "since_day", "teams"]);
}
