//! `ListMyNominations`.

use proto::champions::v1::ListMyNominationsRequest;

use crate::support::{Company, company, parent, programme};

async fn of(company: &Company, who: &str) -> usize {
    let request = ListMyNominationsRequest { parent: parent(), ..Default::default() };
    company.nominations(who).list_my_nominations(request).await.unwrap().into_inner().nominations.len()
}

#[tokio::test]
async fn nominee_nominator_and_the_manager_once_asked() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let made = company.nominate(&crm, "w3", "w2").await.unwrap().name;
    assert_eq!((of(&company, "w2").await, of(&company, "w3").await, of(&company, "w1").await), (1, 1, 0));
    let yes = proto::champions::v1::AcceptNominationRequest { name: made };
    company.nominations("w2").accept_nomination(yes).await.unwrap();
    assert_eq!((of(&company, "w1").await, of(&company, "w4").await), (1, 0));
}
