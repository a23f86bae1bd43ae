//! `GetTeamsOverview`

use kit::testing::STRANGER;
use proto::adoption::v1::{self as pb, team_adoption_service_client::TeamAdoptionServiceClient as Client};
use tonic::Code;

use crate::support::{CRM, PARENT, Stage, fields, team};

fn of(teams: &[&str]) -> pb::GetTeamsOverviewRequest {
    pb::GetTeamsOverviewRequest { parent: PARENT.into(), teams: teams.iter().map(|t| team(t)).collect() }
}

#[tokio::test]
async fn it_says_of_these_teams_what_the_list_says_with_the_play_and_the_tasks() {
    let stage = Stage::evaluated().await;
    let list =
        pb::ListTeamStatusesRequest { parent: PARENT.into(), application: CRM.into(), ..Default::default() };
    let list = Client::new(stage.hr()).list_team_statuses(list).await.unwrap().into_inner();
    let service = || Client::new(stage.harness.as_service("champions"));
    let seen = service().get_teams_overview(of(&["w0", "w1", "s1", "tiny"])).await.unwrap().into_inner();
    assert_eq!(seen.applications.len(), 1);
    let crm = &seen.applications[0];
    assert_eq!((crm.application.as_str(), crm.evaluated_day.as_str()), (CRM, "2026-03-01"));
    for status in &crm.statuses {
        let listed = list.statuses.iter().find(|s| s.team == status.team).unwrap();
        let nameless =
            pb::TeamStatus { team_display_name: String::new(), parent_team: String::new(), ..listed.clone() };
        assert_eq!(*status, nameless);
    }
    assert_eq!(crm.statuses.len(), 4);
    let flag = &seen.flags[0];
    assert_eq!(flag.flag.as_ref().unwrap().name, stage.flag().await.name);
    assert_eq!(seen.flags.len(), 1);
    assert!(seen.tasks.is_empty());

    stage.play_with_tasks("reinforcement").await;
    stage.confirm(pb::Barrier::Reinforcement).await;
    let seen = service().get_teams_overview(of(&["w0"])).await.unwrap().into_inner();
    assert_eq!(seen.flags[0].play.as_ref().unwrap().barrier(), pb::Barrier::Reinforcement);
    let assignees: Vec<_> = seen.tasks.iter().map(pb::Task::assignee).collect();
    assert_eq!(assignees, [pb::TaskAssignee::Champion]);
    let elsewhere = service().get_teams_overview(of(&["w1"])).await.unwrap().into_inner();
    assert!(elsewhere.flags.is_empty() && elsewhere.tasks.is_empty());
}

#[tokio::test]
async fn only_services_of_the_organization_ask_and_not_for_everything() {
    let stage = Stage::evaluated().await;
    let denied = Client::new(stage.hr()).get_teams_overview(of(&["w0"])).await.unwrap_err();
    assert_eq!(denied.code(), Code::PermissionDenied);
    let stranger = stage.harness.context.transport.as_service("champions", STRANGER);
    assert_eq!(
        Client::new(stranger).get_teams_overview(of(&["w0"])).await.unwrap_err().code(),
        Code::NotFound
    );
    let mut service = Client::new(stage.harness.as_service("champions"));
    assert_eq!(fields(&service.get_teams_overview(of(&[])).await.unwrap_err()), ["teams"]);
    let many: Vec<String> = (0..201).map(|i| format!("t{i}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(fields(&service.get_teams_overview(of(&many)).await.unwrap_err()), ["teams"]);
}
