//! `CreateMaterial`.

use proto::{
    adoption::v1::Barrier,
    champions::v1::{CreateMaterialRequest, Material, material_service_client::MaterialServiceClient},
};
use tonic::Code;

use crate::support::{company, fields, name, parent, text};

pub(crate) fn message(words: &str) -> Material {
    Material { title: text("Ten minutes"), message: text(words), ..Default::default() }
}

pub(crate) fn request(material: Material, id: &str) -> CreateMaterialRequest {
    CreateMaterialRequest { parent: parent(), material: Some(material), request_id: id.into() }
}

#[tokio::test]
async fn a_message_an_article_or_a_course() {
    let company = company().await;
    let made =
        company.materials().create_material(request(message("Hello."), "r")).await.unwrap().into_inner();
    let again =
        company.materials().create_material(request(message("Hello."), "r")).await.unwrap().into_inner();
    assert_eq!((&made, made.supplied), (&again, false));
    let article = Material { title: text("Export"), article: name("articles", "a1"), ..Default::default() };
    company.materials().create_material(request(article.clone(), "")).await.unwrap();
    let both = Material { course: name("courses", "c1"), ..article };
    assert_eq!(
        fields(&company.materials().create_material(request(both, "")).await.unwrap_err()),
        ["material.course"]
    );
}

#[tokio::test]
async fn every_broken_rule_is_said_at_once() {
    let company = company().await;
    let bad = Material {
        title: text("a\u{202E}b"),
        barriers: vec![Barrier::Ability.into(), Barrier::Ability.into(), 99],
        ..Default::default()
    };
    let error = company.materials().create_material(request(bad, "")).await.unwrap_err();
    let expected = ["material.title.en", "material.barriers[1]", "material.barriers[2]", "material.message"];
    assert_eq!(fields(&error), expected);
    let mut member = MaterialServiceClient::new(company.person("w2"));
    let denied = member.create_material(request(message("x"), "")).await.unwrap_err();
    assert_eq!(denied.code(), Code::PermissionDenied);
}
