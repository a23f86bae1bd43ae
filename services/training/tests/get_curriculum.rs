//! `GetCurriculum`.

use proto::{
    access::v1::Role,
    training::v1::{
        CreateCurriculumRequest, GetCurriculumRequest, curriculum_service_client::CurriculumServiceClient,
    },
};
use tonic::Code;

use crate::support::{build, company, name, parent};

#[tokio::test]
async fn champions_see_it_and_strangers_do_not() {
    let company = company().await;
    let a = company.course(build::course("A")).await;
    let curriculum = Some(build::curriculum("Sellers", &[&a]));
    let request = CreateCurriculumRequest { parent: parent(), curriculum, request_id: String::new() };
    let made = company.curricula().create_curriculum(request).await.unwrap().into_inner();
    let get = || GetCurriculumRequest { name: made.name.clone() };

    let champion = company.harness.as_person("w1", &[(Role::Champion, Some("west"))]);
    let seen = CurriculumServiceClient::new(champion).get_curriculum(get()).await.unwrap().into_inner();
    assert_eq!(seen, made);
    let mut stranger = CurriculumServiceClient::new(company.harness.as_stranger());
    assert_eq!(stranger.get_curriculum(get()).await.unwrap_err().code(), Code::NotFound);
    let absent = GetCurriculumRequest { name: name("curricula", "x") };
    assert_eq!(company.curricula().get_curriculum(absent).await.unwrap_err().code(), Code::NotFound);
}
