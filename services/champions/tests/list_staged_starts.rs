//! `ListStagedStarts`.

use proto::champions::v1::ListStagedStartsRequest;
use tonic::Code;

use crate::{
    create_staged_start::stage,
    support::{company, name, programme},
};

#[tokio::test]
async fn those_of_a_programme() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let made = stage(&company, &crm, &["west".to_owned(), "east".to_owned()]).await.unwrap();
    let list = ListStagedStartsRequest { programme: crm };
    assert_eq!(company.effect().list_staged_starts(list).await.unwrap().into_inner().staged_starts, [made]);
    let absent = ListStagedStartsRequest { programme: name("programmes", "none") };
    assert_eq!(company.effect().list_staged_starts(absent).await.unwrap_err().code(), Code::NotFound);
}
