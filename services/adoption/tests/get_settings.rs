//! `GetSettings`

use proto::{
    access::v1::Role,
    adoption::v1::{self as pb, adoption_settings_service_client::AdoptionSettingsServiceClient as Client},
};
use tonic::Code;

use crate::support::{PARENT, Stage, fields};

#[tokio::test]
async fn at_first_a_person_reviews() {
    let stage = Stage::empty().await;
    let request = pb::GetSettingsRequest { name: format!("{PARENT}/adoptionSettings") };
    let settings = Client::new(stage.harness.as_role(Role::Sponsor))
        .get_settings(request.clone())
        .await
        .unwrap()
        .into_inner();
    assert_eq!(
        (settings.review_mode(), settings.strict, settings.etag.as_str()),
        (pb::ReviewMode::Person, false, "0")
    );
    let status = Client::new(stage.harness.as_stranger()).get_settings(request).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
    let request = pb::GetSettingsRequest { name: "settings".into() };
    assert_eq!(fields(&Client::new(stage.hr()).get_settings(request).await.unwrap_err()), ["name"]);
}
