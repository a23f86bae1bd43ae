//! `DeleteMaterial`.

use proto::champions::v1::DeleteMaterialRequest;
use tonic::Code;

use crate::{
    create_material::{message, request},
    support::company,
};

#[tokio::test]
async fn it_is_gone() {
    let company = company().await;
    let made =
        company.materials().create_material(request(message("Hello."), "")).await.unwrap().into_inner();
    let delete = || DeleteMaterialRequest { name: made.name.clone() };
    company.materials().delete_material(delete()).await.unwrap();
    assert_eq!(company.materials().delete_material(delete()).await.unwrap_err().code(), Code::NotFound);
}
