//! `GrantChampionTeams` and `WithdrawChampionTeams`: what a term of a champion gives, and takes back.

use kit::{
    auth::Role,
    testing::{ORGANIZATION, STRANGER},
};
use proto::identity::v1::{
    GrantChampionTeamsRequest, RoleGrant, SetRolesRequest, WithdrawChampionTeamsRequest,
    person_service_client::PersonServiceClient,
};
use tonic::Code;

use crate::support::{Acme, acme, broken, parent};

fn roles(teams: &[&str]) -> Vec<RoleGrant> {
    vec![RoleGrant { role: Role::Champion as i32, teams: teams.iter().map(|t| (*t).to_owned()).collect() }]
}

fn grant(name: &str, teams: &[&str], request_id: &str) -> GrantChampionTeamsRequest {
    GrantChampionTeamsRequest {
        name: name.into(),
        teams: teams.iter().map(|t| (*t).to_owned()).collect(),
        request_id: request_id.into(),
    }
}

fn withdraw(name: &str, teams: &[String]) -> WithdrawChampionTeamsRequest {
    WithdrawChampionTeamsRequest { name: name.into(), teams: teams.to_vec() }
}

fn service(acme: &Acme) -> PersonServiceClient<kit::client::Outgoing> {
    PersonServiceClient::new(acme.harness.as_service("champions"))
}

async fn held(acme: &Acme, name: &str) -> Vec<RoleGrant> {
    let request = proto::identity::v1::GetPersonRequest { name: name.into() };
    acme.people().get_person(request).await.unwrap().into_inner().roles
}

#[tokio::test]
async fn what_was_there_before_stays_when_what_was_granted_goes() {
    let acme = acme().await;
    let (west, east) = (acme.team("West", "").await, acme.team("East", "").await);
    let sara = acme.somebody("sara").await.name;
    let by_hand = SetRolesRequest { name: sara.clone(), roles: roles(&[&west]) };
    acme.people().set_roles(by_hand).await.unwrap();

    let mut service = service(&acme);
    let first =
        service.grant_champion_teams(grant(&sara, &[&west, &east], "term")).await.unwrap().into_inner();
    assert_eq!(first.granted_teams, std::slice::from_ref(&east), "the administrator gave the other one");
    let again =
        service.grant_champion_teams(grant(&sara, &[&west, &east], "term")).await.unwrap().into_inner();
    assert_eq!(again, first, "the same request answers the same, although nothing was left to add");

    service.withdraw_champion_teams(withdraw(&sara, &first.granted_teams)).await.unwrap();
    assert_eq!(held(&acme, &sara).await, roles(&[&west]));
    service.withdraw_champion_teams(withdraw(&sara, &first.granted_teams)).await.unwrap();
    assert_eq!(held(&acme, &sara).await, roles(&[&west]), "a second time nothing more goes");
}

#[tokio::test]
async fn the_role_comes_with_the_first_team_and_goes_with_the_last() {
    let acme = acme().await;
    let west = acme.team("West", "").await;
    let sara = acme.somebody("sara").await.name;
    let mut service = service(&acme);
    service.grant_champion_teams(grant(&sara, &[&west], "")).await.unwrap();
    assert_eq!(held(&acme, &sara).await, roles(&[&west]));
    service.withdraw_champion_teams(withdraw(&sara, &[west])).await.unwrap();
    assert_eq!(held(&acme, &sara).await, []);
}

#[tokio::test]
async fn only_services_of_the_organization_may() {
    let acme = acme().await;
    let west = acme.team("West", "").await;
    let sara = acme.somebody("sara").await.name;
    let denied = acme.people().grant_champion_teams(grant(&sara, &[&west], "")).await.unwrap_err();
    assert_eq!(denied.code(), Code::PermissionDenied, "not even an administrator");
    let mut stranger =
        PersonServiceClient::new(acme.harness.context.transport.as_service("champions", STRANGER));
    let foreign = stranger.grant_champion_teams(grant(&sara, &[&west], "")).await.unwrap_err();
    assert_eq!(foreign.code(), Code::NotFound);
    assert_eq!(held(&acme, &sara).await, []);
}

#[tokio::test]
async fn teams_that_are_no_names_and_too_many_are_refused() {
    let acme = acme().await;
    let sara = acme.somebody("sara").await.name;
    let mut service = service(&acme);
    let refused = broken(service.grant_champion_teams(grant(&sara, &["west"], "")).await);
    assert_eq!(refused[0].1, "NOT_A_NAME");
    let refused = broken(service.grant_champion_teams(grant(&sara, &[], "")).await);
    assert_eq!(refused[0].1, "REQUIRED");
    let many: Vec<String> = (0..201).map(|i| format!("{}/teams/t{i}", parent())).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let refused = broken(service.grant_champion_teams(grant(&sara, &many, "")).await);
    assert_eq!(refused[0].1, "TOO_MANY");
    let unknown = format!("organizations/{ORGANIZATION}/teams/none");
    let none = service.grant_champion_teams(grant(&sara, &[&unknown], "")).await.unwrap().into_inner();
    assert_eq!(none.granted_teams, [] as [String; 0], "a team that is gone is left out");
    assert_eq!(held(&acme, &sara).await, []);
}
