//! `ListPeople`.

use kit::auth::Role;
use proto::identity::v1::{GetPersonRequest, ListPeopleRequest, person_service_client::PersonServiceClient};
use tonic::Code;

use crate::support::{Acme, acme, broken, id, member, parent, person, reason};

async fn names(acme: &Acme, request: ListPeopleRequest) -> Vec<String> {
    let request = ListPeopleRequest { parent: parent(), ..request };
    let people = acme.people().list_people(request).await.unwrap().into_inner().people;
    people.into_iter().map(|p| p.display_name).collect()
}

async fn sales(acme: &Acme) -> (String, String) {
    let sales = acme.team("Sales", "").await;
    let west = acme.team("West", &sales).await;
    let seller = acme.position("seller").await;
    for (name, team) in [("سارا کریمی", &sales), ("علي كريمي", &west), ("Omar", &west)] {
        let mut one = person("x");
        one.external_id = format!("no-{name}");
        one.email = String::new();
        one.display_name = name.into();
        one.memberships = vec![member(team, &seller, "2025-01-01")];
        acme.person(one).await.unwrap();
    }
    (sales, west)
}

#[tokio::test]
async fn people_are_found_however_they_are_spelled() {
    let acme = acme().await;
    let (sales, west) = sales(&acme).await;
    let query = |query: &str| ListPeopleRequest { query: query.into(), ..Default::default() };
    assert_eq!(names(&acme, query("كريمى")).await, ["سارا کریمی", "علي كريمي"]);
    assert_eq!(names(&acme, query("کریمی سارا")).await, ["سارا کریمی"]);
    assert_eq!(names(&acme, query("OMAR no-")).await, ["Omar"]);
    assert_eq!(names(&acme, query("100%_")).await, [""; 0]);
    let team = |team: &str| ListPeopleRequest { team: team.into(), ..Default::default() };
    assert_eq!(names(&acme, team(&sales)).await.len(), 3, "with the teams below");
    assert_eq!(names(&acme, team(&west)).await, ["Omar", "علي كريمي"]);
    let role = ListPeopleRequest { role: Role::Admin as i32, ..Default::default() };
    assert_eq!(names(&acme, role).await, ["boss"]);
}

#[tokio::test]
async fn pages_go_through_everybody_once() {
    let acme = acme().await;
    for i in 0..7 {
        acme.somebody(&format!("p{i}")).await;
    }
    let mut seen = Vec::new();
    let mut page_token = String::new();
    loop {
        let request = ListPeopleRequest { parent: parent(), page_size: 3, page_token, ..Default::default() };
        let page = acme.people().list_people(request).await.unwrap().into_inner();
        assert_eq!(page.total_size, 8);
        seen.extend(page.people.into_iter().map(|p| p.display_name));
        page_token = page.next_page_token;
        if page_token.is_empty() {
            break;
        }
    }
    assert_eq!(seen, ["boss", "p0", "p1", "p2", "p3", "p4", "p5", "p6"]);
    let request = ListPeopleRequest {
        parent: parent(),
        page_size: -1,
        page_token: "x".into(),
        query: "q".repeat(101),
        role: 99,
        ..Default::default()
    };
    assert_eq!(broken(acme.people().list_people(request).await).len(), 4);
}

#[tokio::test]
async fn a_champion_sees_the_own_teams_and_nobody_else() {
    let acme = acme().await;
    let (_, west) = sales(&acme).await;
    let champion = acme.harness.as_person("c", &[(Role::Champion, Some(id(&west)))]);
    let mut client = PersonServiceClient::new(champion);
    let request = ListPeopleRequest { parent: parent(), ..Default::default() };
    let page = client.list_people(request).await.unwrap().into_inner();
    let seen: Vec<_> = page.people.iter().map(|p| p.display_name.as_str()).collect();
    assert_eq!((seen, page.total_size), (vec!["Omar", "علي كريمي"], 2));
    let sara = acme.find("سارا").await.remove(0);
    let foreign = reason(client.get_person(GetPersonRequest { name: sara.name.clone() }).await);
    let absent =
        reason(client.get_person(GetPersonRequest { name: format!("{}/people/none", parent()) }).await);
    assert_eq!((foreign.0, &foreign), (Code::NotFound, &absent));

    let mut member = PersonServiceClient::new(acme.harness.as_person("m", &[]));
    let request = ListPeopleRequest { parent: parent(), ..Default::default() };
    assert_eq!(reason(member.list_people(request).await).0, Code::PermissionDenied);
}
