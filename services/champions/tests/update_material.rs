//! `UpdateMaterial`.

use proto::champions::v1::{Material, UpdateMaterialRequest};
use tonic::Code;

use crate::{
    create_material::{message, request},
    support::{company, text},
};

#[tokio::test]
async fn only_what_is_named_changes_and_only_what_was_read() {
    let company = company().await;
    let made =
        company.materials().create_material(request(message("Hello."), "")).await.unwrap().into_inner();
    let changed = Material { message: text("Good morning."), title: None, ..made.clone() };
    let update = UpdateMaterialRequest {
        material: Some(changed),
        update_mask: Some(prost_types::FieldMask { paths: vec!["message".into()] }),
    };
    let saved = company.materials().update_material(update.clone()).await.unwrap().into_inner();
    assert_eq!((saved.message, saved.title), (text("Good morning."), made.title));
    assert_eq!(company.materials().update_material(update).await.unwrap_err().code(), Code::Aborted);
}
