//! `FindColleagues`.

use kit::testing::STRANGER;
use proto::identity::v1::{FindColleaguesRequest, person_service_client::PersonServiceClient};
use tonic::Code;

use crate::support::{acme, broken, member, parent, person};

fn request(query: &str) -> FindColleaguesRequest {
    FindColleaguesRequest { parent: parent(), query: query.into() }
}

#[tokio::test]
async fn everybody_finds_names_and_nothing_else() {
    let acme = acme().await;
    let sales = acme.team("Sales", "").await;
    let seller = acme.position("seller").await;
    let mut one = person("x");
    one.external_id = "no-77".into();
    one.email = "secret@acme.example".into();
    one.display_name = "علي كريمي".into();
    one.memberships = vec![member(&sales, &seller, "2025-01-01")];
    acme.person(one).await.unwrap();

    let mut anybody = PersonServiceClient::new(acme.harness.as_person("somebody", &[]));
    let found = anybody.find_colleagues(request("علی ک")).await.unwrap().into_inner().colleagues;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].display_name, "علي كريمي");
    assert_eq!(found[0].team_display_name, "Sales");
    for hidden in ["secret", "no-77"] {
        let found = anybody.find_colleagues(request(hidden)).await.unwrap().into_inner().colleagues;
        assert!(found.is_empty(), "{hidden} finds somebody");
    }
}

#[tokio::test]
async fn one_letter_finds_nobody_and_another_organization_neither() {
    let acme = acme().await;
    let mut anybody = PersonServiceClient::new(acme.harness.as_person("somebody", &[]));
    let refused = broken(anybody.find_colleagues(request(" a ")).await);
    assert_eq!(refused[0].0, "query");
    let other = FindColleaguesRequest { parent: format!("organizations/{STRANGER}"), query: "ab".into() };
    assert_eq!(anybody.find_colleagues(other).await.unwrap_err().code(), Code::NotFound);
}
