//! `ListChampions`.

use proto::champions::v1::{EndChampionRequest, ListChampionsRequest};
use tonic::Code;

use crate::support::{company, parent, programme};

#[tokio::test]
async fn by_name_in_pages_and_those_whose_term_is_over_when_asked_for() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    for (id, team) in [("w3", "west"), ("e2", "east"), ("n2", "north")] {
        company.champion(&crm, id, &[team]).await;
    }
    let list = |size: i32, token: String, ended: bool| ListChampionsRequest {
        parent: parent(),
        page_size: size,
        page_token: token,
        show_ended: ended,
        ..Default::default()
    };
    let first = company.champions().list_champions(list(2, String::new(), false)).await.unwrap().into_inner();
    let next =
        company.champions().list_champions(list(2, first.next_page_token, false)).await.unwrap().into_inner();
    let names: Vec<_> =
        first.champions.iter().chain(&next.champions).map(|c| c.person_display_name.as_str()).collect();
    assert_eq!(names, ["E2", "N2", "W3"]);
    let end = EndChampionRequest { name: first.champions[0].name.clone() };
    company.champions().end_champion(end).await.unwrap();
    assert_eq!(
        company
            .champions()
            .list_champions(list(0, String::new(), false))
            .await
            .unwrap()
            .into_inner()
            .champions
            .len(),
        2
    );
    assert_eq!(
        company
            .champions()
            .list_champions(list(0, String::new(), true))
            .await
            .unwrap()
            .into_inner()
            .champions
            .len(),
        3
    );
    let denied = company.champions_as("w2").list_champions(list(0, String::new(), false)).await.unwrap_err();
    assert_eq!(denied.code(), Code::PermissionDenied);
}
