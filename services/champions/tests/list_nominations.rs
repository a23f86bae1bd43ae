//! `ListNominations`.

use proto::{
    champions::v1::{ListNominationsRequest, NominationState, Programme},
    training::v1::CurriculumProgress,
};
use tonic::Code;

use crate::support::{company, fields, name, parent, programme};

fn all() -> ListNominationsRequest {
    ListNominationsRequest { parent: parent(), ..Default::default() }
}

#[tokio::test]
async fn hr_sees_the_open_ones_oldest_first_with_what_is_learned() {
    let company = company().await;
    let with = Programme { curriculum: name("curricula", "champion"), ..programme() };
    let crm = company.programme(with).await.name;
    company.neighbours.change(|s| s.progress = CurriculumProgress { courses: 2, completed: 2 });
    let first = company.consented(&crm, "w2").await.name;
    let second = company.nominate(&crm, "w3", "w4").await.unwrap().name;
    let page = company.nominations_of_hr().list_nominations(all()).await.unwrap().into_inner().nominations;
    assert_eq!(page.iter().map(|n| n.name.as_str()).collect::<Vec<_>>(), [first.as_str(), second.as_str()]);
    assert_eq!(page[0].training.as_ref().unwrap().completed, 2);
    assert_eq!(page[1].training, None, "nobody has to learn before the yes");
    let states = vec![NominationState::Consented.into()];
    let some = ListNominationsRequest { states, ..all() };
    assert_eq!(
        company.nominations_of_hr().list_nominations(some).await.unwrap().into_inner().nominations.len(),
        1
    );
    let one = ListNominationsRequest { page_size: 1, ..all() };
    let one = company.nominations_of_hr().list_nominations(one).await.unwrap().into_inner();
    let next = ListNominationsRequest { page_token: one.next_page_token, ..all() };
    let next = company.nominations_of_hr().list_nominations(next).await.unwrap().into_inner();
    assert_eq!(next.nominations[0].name, second);
}

#[tokio::test]
async fn nobody_else_sees_them_and_states_must_be_known() {
    let company = company().await;
    let denied = company.nominations("w1").list_nominations(all()).await.unwrap_err();
    assert_eq!(denied.code(), Code::PermissionDenied);
    let bad = ListNominationsRequest { states: vec![77], programme: "crm".into(), page_size: -1, ..all() };
    let error = company.nominations_of_hr().list_nominations(bad).await.unwrap_err();
    assert_eq!(fields(&error), ["page_size", "programme", "states"]);
}
