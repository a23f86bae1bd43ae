//! `GetTeamGaps`

use proto::adoption::v1::{self as pb, team_adoption_service_client::TeamAdoptionServiceClient as Client};
use tonic::Code;

use crate::support::{CRM, Stage, fields, team};

fn of(teams: &[&str], days: &[&str]) -> pb::GetTeamGapsRequest {
    pb::GetTeamGapsRequest {
        application: CRM.into(),
        teams: teams.iter().map(|t| team(t)).collect(),
        days: days.iter().map(|d| (*d).to_owned()).collect(),
    }
}

#[tokio::test]
async fn a_team_that_uses_it_little_is_below_its_peers_and_small_ones_are_left_out() {
    let stage = Stage::evaluated().await;
    let mut service = Client::new(stage.harness.as_service("champions"));
    let request = of(&["w0", "w1", "s1", "tiny", "legal"], &["2026-03-01", "2020-01-01"]);
    let gaps = service.get_team_gaps(request).await.unwrap().into_inner().gaps;
    let known: Vec<_> = gaps.iter().map(|g| (g.team.clone(), g.day.as_str())).collect();
    assert_eq!(known, [(team("w0"), "2026-03-01"), (team("w1"), "2026-03-01")]);
    assert!(gaps[0].gap < -25.0 && gaps[1].gap.abs() < 10.0, "{gaps:?}");
}

#[tokio::test]
async fn nobody_signed_in_asks_for_a_teams_own_figure_and_bad_input_is_said() {
    let stage = Stage::evaluated().await;
    let denied = Client::new(stage.hr()).get_team_gaps(of(&["w0"], &["2026-03-01"])).await.unwrap_err();
    assert_eq!(denied.code(), Code::PermissionDenied);
    let mut service = Client::new(stage.harness.as_service("champions"));
    assert_eq!(fields(&service.get_team_gaps(of(&["w0"], &["yesterday"])).await.unwrap_err()), ["days"]);
    assert_eq!(fields(&service.get_team_gaps(of(&["w0"], &[])).await.unwrap_err()), ["days"]);
}
