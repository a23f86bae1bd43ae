//! `ListMaterials`.

use proto::{
    adoption::v1::Barrier,
    champions::v1::{ListMaterialsRequest, material_service_client::MaterialServiceClient},
};

use crate::support::{company, parent, reason};

#[tokio::test]
async fn messages_in_three_languages_are_there_from_the_start() {
    let company = company().await;
    company.with_champion().await;
    let list = |barrier: Barrier| ListMaterialsRequest {
        parent: parent(),
        barrier: barrier.into(),
        ..Default::default()
    };
    let mut champion = MaterialServiceClient::new(company.person("w2"));
    let all = champion.list_materials(list(Barrier::Unspecified)).await.unwrap().into_inner().materials;
    assert_eq!(all.len(), 5);
    for material in &all {
        let message = material.message.clone().unwrap();
        assert!(
            material.supplied && !message.en.is_empty() && !message.fa.is_empty() && !message.ar.is_empty()
        );
    }
    let some = champion.list_materials(list(Barrier::Ability)).await.unwrap().into_inner().materials;
    assert_eq!(some.len(), 1);
    company.days_pass(2).await;
    let later = champion.list_materials(list(Barrier::Unspecified)).await.unwrap().into_inner().materials;
    assert_eq!(later.len(), 5, "once");
    let mut member = MaterialServiceClient::new(company.person("w3"));
    let error = member.list_materials(list(Barrier::Unspecified)).await.unwrap_err();
    assert_eq!(reason(&error), "NOT_A_CHAMPION");
}
