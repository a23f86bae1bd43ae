//! `CreateProgramme`.

use proto::{
    champions::v1::{
        CreateProgrammeRequest, Programme, ProgrammeState, programme_service_client::ProgrammeServiceClient,
    },
    localization::v1::LocalizedText,
};
use tonic::Code;

use crate::support::{company, fields, parent, programme, text};

fn request(programme: Programme, request_id: &str) -> CreateProgrammeRequest {
    CreateProgrammeRequest { parent: parent(), programme: Some(programme), request_id: request_id.into() }
}

#[tokio::test]
async fn an_application_has_one_programme_at_a_time() {
    let company = company().await;
    let made = company.programmes().create_programme(request(programme(), "r")).await.unwrap().into_inner();
    assert_eq!((made.state(), made.term_days), (ProgrammeState::Active, 365));
    let again = company.programmes().create_programme(request(programme(), "r")).await.unwrap().into_inner();
    assert_eq!(again, made);
    let second = company.programmes().create_programme(request(programme(), "")).await.unwrap_err();
    assert_eq!(second.code(), Code::AlreadyExists);
    let free = Programme { application: String::new(), title: text("Paperless"), ..programme() };
    company.programmes().create_programme(request(free, "")).await.unwrap();
}

#[tokio::test]
async fn every_broken_rule_is_said_at_once_and_members_write_none() {
    let company = company().await;
    let bad = Programme {
        title: Some(LocalizedText { en: "turned\u{202E}".into(), fa: "x".repeat(121), ..Default::default() }),
        application: "crm".into(),
        curriculum: "organizations/globex/curricula/c".into(),
        term_days: 29,
        ..Default::default()
    };
    let error = company.programmes().create_programme(request(bad, &"r".repeat(65))).await.unwrap_err();
    let expected = [
        "programme.title.en",
        "programme.title.fa",
        "programme.application",
        "programme.curriculum",
        "programme.term_days",
        "request_id",
    ];
    assert_eq!(fields(&error), expected);
    let mut member = ProgrammeServiceClient::new(company.person("w3"));
    let denied = member.create_programme(request(programme(), "")).await.unwrap_err();
    assert_eq!(denied.code(), Code::PermissionDenied);
}
