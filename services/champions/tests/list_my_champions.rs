//! `ListMyChampions`.

use proto::champions::v1::ListMyChampionsRequest;

use crate::support::{Company, company, parent, programme};

async fn of(company: &Company, who: &str) -> (Vec<String>, usize) {
    let request = ListMyChampionsRequest { parent: parent() };
    let mine = company.champions_as(who).list_my_champions(request).await.unwrap().into_inner();
    (mine.champions.into_iter().map(|c| c.person_display_name).collect(), mine.own.len())
}

#[tokio::test]
async fn those_of_ones_team_and_of_the_teams_above_and_oneself_apart() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    company.champion(&crm, "w2", &["west"]).await;
    company.champion(&crm, "e2", &["sales"]).await;
    assert_eq!(of(&company, "w3").await, (vec!["E2".to_owned(), "W2".to_owned()], 0));
    assert_eq!(of(&company, "w2").await, (vec!["E2".to_owned()], 1));
    assert_eq!(of(&company, "n3").await, (vec![], 0));
    assert_eq!(of(&company, "hana").await, (vec![], 0), "somebody without a team has none");
}
