//! The team tree: `CreateTeam`, `UpdateTeam`, `MoveTeam`, `DeleteTeam`, `GetTeam`, `ListTeams`.

use proto::identity::v1::{
    CreateTeamRequest, DeleteTeamRequest, GetTeamRequest, MoveTeamRequest, Team, TeamChanged,
    UpdateTeamRequest,
};
use tonic::Code;

use crate::support::{acme, broken, member, parent, person, reason};

fn create(display_name: &str, above: &str, request_id: &str) -> CreateTeamRequest {
    let team = Team { display_name: display_name.into(), parent: above.into(), ..Default::default() };
    CreateTeamRequest { parent: parent(), team: Some(team), request_id: request_id.into() }
}

#[tokio::test]
async fn the_tree_is_listed_in_reading_order_with_its_members() {
    let acme = acme().await;
    let sales = acme.team("Sales", "").await;
    let west = acme.team("West", &sales).await;
    acme.team("East", &sales).await;
    acme.team("IT", "").await;
    let seller = acme.position("seller").await;
    let mut sara = person("sara");
    sara.memberships = vec![member(&west, &seller, "2025-01-01")];
    acme.person(sara).await.unwrap();
    let tree = acme.tree().await;
    let shown: Vec<_> =
        tree.iter().map(|t| (t.display_name.as_str(), t.ancestors.len(), t.member_count)).collect();
    assert_eq!(shown, [("IT", 0, 0), ("Sales", 0, 0), ("East", 1, 0), ("West", 1, 1)]);
    let got = acme.teams().get_team(GetTeamRequest { name: west }).await.unwrap().into_inner();
    assert_eq!((got.parent, got.member_count), (sales, 1));
}

#[tokio::test]
async fn a_team_is_created_once() {
    let acme = acme().await;
    let first = acme.teams().create_team(create("Sales", "", "r")).await.unwrap().into_inner();
    let again = acme.teams().create_team(create("Sales", "", "r")).await.unwrap().into_inner();
    assert_eq!(first, again);
    assert_eq!(reason(acme.teams().create_team(create(" SALES ", "", "")).await).0, Code::AlreadyExists);
    let nowhere = format!("{}/teams/none", parent());
    let rules = broken(acme.teams().create_team(create("X", &nowhere, "")).await);
    assert_eq!(rules, [("team.parent".into(), "NOT_FOUND".into())]);
    let rules = broken(acme.teams().create_team(create("\u{202E}selaS", "", "")).await);
    assert_eq!(rules, [("team.display_name".into(), "DIRECTION_OVERRIDE".into())]);
    let rules = broken(acme.teams().create_team(create("", "teams/x", &"r".repeat(65))).await);
    assert_eq!(
        rules.iter().map(|r| r.1.as_str()).collect::<Vec<_>>(),
        ["TOO_LONG", "REQUIRED", "NOT_A_NAME"]
    );
}

#[tokio::test]
async fn moving_a_team_moves_what_is_below_and_never_makes_a_cycle() {
    let acme = acme().await;
    let sales = acme.team("Sales", "").await;
    let west = acme.team("West", &sales).await;
    let north = acme.team("North", &west).await;
    let it = acme.team("IT", "").await;
    let move_to = |name: &str, destination: &str| MoveTeamRequest {
        name: name.into(),
        destination: destination.into(),
    };
    let rules = broken(acme.teams().move_team(move_to(&sales, &north)).await);
    assert_eq!(rules, [("destination".into(), "CYCLE".into())]);
    let before = acme.harness.published::<TeamChanged>().await.len();
    let moved = acme.teams().move_team(move_to(&west, &it)).await.unwrap().into_inner();
    assert_eq!(moved.ancestors, std::slice::from_ref(&it));
    let told = acme.harness.published::<TeamChanged>().await;
    let told: Vec<_> = told[before..].iter().map(|e| e.team.clone().unwrap()).collect();
    assert_eq!(told.len(), 2, "the team and the one below it");
    assert_eq!((&told[1].name, &told[1].ancestors), (&north, &vec![it.clone(), west.clone()]));
    let again = acme.teams().move_team(move_to(&west, &it)).await.unwrap().into_inner();
    assert_eq!(again.revision, moved.revision);
    let top = acme.teams().move_team(move_to(&west, "")).await.unwrap().into_inner();
    assert_eq!(top.parent, "");
}

#[tokio::test]
async fn a_team_is_renamed_unless_somebody_else_was_faster() {
    let acme = acme().await;
    let name = acme.team("Sales", "").await;
    let team = acme.tree().await.remove(0);
    let rename = |to: &str, etag: &str| UpdateTeamRequest {
        team: Some(Team {
            name: name.clone(),
            display_name: to.into(),
            etag: etag.into(),
            ..Default::default()
        }),
        update_mask: None,
    };
    acme.teams().update_team(rename("Vertrieb", &team.etag)).await.unwrap();
    assert_eq!(reason(acme.teams().update_team(rename("فروش", &team.etag)).await).0, Code::Aborted);
    assert_eq!(acme.tree().await[0].display_name, "Vertrieb");
}

#[tokio::test]
async fn only_an_empty_team_is_dissolved() {
    let acme = acme().await;
    let sales = acme.team("Sales", "").await;
    let west = acme.team("West", &sales).await;
    let delete = |name: &str| DeleteTeamRequest { name: name.into() };
    let not_empty = (Code::FailedPrecondition, "TEAM_NOT_EMPTY".to_owned());
    assert_eq!(reason(acme.teams().delete_team(delete(&sales)).await), not_empty);
    let seller = acme.position("seller").await;
    let mut sara = person("sara");
    sara.memberships = vec![member(&west, &seller, "2025-01-01")];
    acme.person(sara).await.unwrap();
    assert_eq!(reason(acme.teams().delete_team(delete(&west)).await), not_empty);
    let empty = acme.team("Empty", &sales).await;
    let gone = acme.teams().delete_team(delete(&empty)).await.unwrap().into_inner();
    assert!(gone.delete_time.is_some());
    acme.teams().delete_team(delete(&empty)).await.unwrap();
    assert_eq!(acme.tree().await.len(), 2);
    // Its name is free again.
    acme.team("Empty", &sales).await;
}
