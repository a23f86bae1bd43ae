//! `ListTeamCoverage`.

use proto::{
    champions::v1::{
        CoverageLost, CoverageState, GapReason, ListTeamCoverageRequest, UpdateChampionRequest,
        coverage_service_client::CoverageServiceClient,
    },
    identity::v1::{Membership, Person, RoleGrant},
};
use tonic::Code;

use crate::support::{TODAY, company, fields, name, parent, person, programme};

#[tokio::test]
async fn teams_without_a_champion_come_first_and_people_are_shared() {
    let company = company().await;
    let before = company.covered().await;
    assert_eq!((before.team_count, before.none_count, before.people, before.covered_people), (3, 3, 42, 0));
    assert!(before.teams.iter().all(|t| t.gap_reason() == GapReason::NeverHad && t.gap_since == TODAY));
    assert_eq!(before.people_per_champion, 25);
    assert!(company.told::<CoverageLost>().await.is_empty(), "nobody lost what nobody had");

    let crm = company.programme(programme()).await.name;
    company.champion(&crm, "w2", &["west"]).await;
    company.champion(&crm, "n2", &["north"]).await;
    let after = company.covered().await;
    let seen: Vec<_> = after
        .teams
        .iter()
        .map(|t| (t.team_display_name.as_str(), t.state(), t.people_per_champion))
        .collect();
    assert_eq!(
        seen,
        [
            ("EAST", CoverageState::None, None),
            ("NORTH", CoverageState::Stretched, Some(30.0)),
            ("WEST", CoverageState::Covered, Some(6.0)),
        ]
    );
    assert_eq!((after.champion_count, after.stretched_count, after.covered_people), (2, 1, 36));
    company.champion(&crm, "n3", &["north"]).await;
    assert_eq!(company.covered_team("north").await.people_per_champion, Some(15.0));
}

#[tokio::test]
async fn a_team_that_lost_its_champion_says_why() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    company.champion(&crm, "w2", &["west"]).await;
    let champion = company.champion(&crm, "e2", &["east"]).await;
    // One leaves, one moves to another team.
    company
        .hire(Person { employment_end_day: "2026-03-01".into(), revision: 2, ..person("w2", "west", "w1") })
        .await;
    let moved =
        Membership { team: name("teams", "north"), ..person("e2", "east", "e1").memberships[0].clone() };
    company.hire(Person { memberships: vec![moved], revision: 2, ..person("e2", "east", "e1") }).await;
    company.settle().await;
    assert_eq!(company.covered_team("west").await.gap_reason(), GapReason::Left);
    assert_eq!(company.covered_team("east").await.gap_reason(), GapReason::Moved);
    assert_eq!(company.roles_of("w2"), [] as [String; 0], "the term ended with the employment");
    let mut lost = company.told::<CoverageLost>().await;
    lost.sort_by_key(|l| l.reason);
    let seen: Vec<_> = lost.iter().map(|l| (l.reason(), l.teams_display_name.as_str())).collect();
    assert_eq!(seen, [(GapReason::Left, "WEST"), (GapReason::Moved, "EAST")]);
    // HR keeps the champion for the team all the same.
    let get = proto::champions::v1::GetChampionRequest { name: champion.name };
    let champion = company.champions().get_champion(get).await.unwrap().into_inner();
    assert!(champion.moved);
    let keep = UpdateChampionRequest { champion: Some(champion), update_mask: None };
    company.champions().update_champion(keep).await.unwrap();
    company.settle().await;
    assert_eq!(company.covered_team("east").await.champions, 1);
}

#[tokio::test]
async fn whoever_was_given_the_role_by_hand_covers_too_and_a_team_that_moves_is_noticed() {
    let company = company().await;
    let role = RoleGrant { role: 4, teams: vec![name("teams", "sales")] };
    company.hire(Person { roles: vec![role], revision: 2, ..person("w2", "west", "w1") }).await;
    company.settle().await;
    assert_eq!(company.covered_team("east").await.champions, 1);
    company.team("east", "", 2).await;
    company.settle().await;
    assert_eq!(company.covered_team("east").await.gap_reason(), GapReason::Reassigned);
}

#[tokio::test]
async fn pages_hold_every_team_once_and_members_see_none() {
    let company = company().await;
    let page = |token: String| ListTeamCoverageRequest {
        parent: parent(),
        page_size: 2,
        page_token: token,
        states: vec![],
    };
    let first = company.coverage().list_team_coverage(page(String::new())).await.unwrap().into_inner();
    let next = company.coverage().list_team_coverage(page(first.next_page_token)).await.unwrap().into_inner();
    let names: Vec<_> = first.teams.iter().chain(&next.teams).map(|t| t.team_display_name.as_str()).collect();
    assert_eq!((names, next.next_page_token.as_str()), (vec!["EAST", "NORTH", "WEST"], ""));
    let bad = ListTeamCoverageRequest { states: vec![9], ..page(String::new()) };
    assert_eq!(fields(&company.coverage().list_team_coverage(bad).await.unwrap_err()), ["states"]);
    let mut member = CoverageServiceClient::new(company.person("w2"));
    assert_eq!(
        member.list_team_coverage(page(String::new())).await.unwrap_err().code(),
        Code::PermissionDenied
    );
}
