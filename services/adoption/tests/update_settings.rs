//! `UpdateSettings`

use prost_types::FieldMask;
use proto::{
    access::v1::Role,
    adoption::v1::{self as pb, adoption_settings_service_client::AdoptionSettingsServiceClient as Client},
};
use tonic::Code;

use crate::support::{PARENT, Stage, fields};

fn settings(mode: i32, strict: bool, paths: &[&str]) -> pb::UpdateSettingsRequest {
    pb::UpdateSettingsRequest {
        settings: Some(pb::AdoptionSettings {
            name: format!("{PARENT}/adoptionSettings"),
            review_mode: mode,
            strict,
            ..Default::default()
        }),
        update_mask: Some(FieldMask { paths: paths.iter().map(|p| (*p).to_owned()).collect() }),
    }
}

#[tokio::test]
async fn only_what_the_mask_names_changes() {
    let stage = Stage::empty().await;
    let mut client = Client::new(stage.hr());
    let automatic = pb::ReviewMode::Automatic.into();
    let changed = client.update_settings(settings(automatic, true, &["strict"])).await.unwrap().into_inner();
    assert_eq!((changed.review_mode(), changed.strict), (pb::ReviewMode::Person, true));
    let changed =
        client.update_settings(settings(automatic, false, &["review_mode"])).await.unwrap().into_inner();
    assert_eq!(
        (changed.review_mode(), changed.strict, changed.etag.as_str()),
        (pb::ReviewMode::Automatic, true, "2")
    );
    assert!(changed.update_time.is_some());
}

#[tokio::test]
async fn bad_input_an_outdated_etag_and_sponsors_are_refused() {
    let stage = Stage::empty().await;
    let mut client = Client::new(stage.hr());
    let status = client.update_settings(settings(9, false, &["review_mode"])).await.unwrap_err();
    assert_eq!(fields(&status), ["settings.review_mode"]);
    let status = client.update_settings(settings(1, false, &["quorum"])).await.unwrap_err();
    assert_eq!(fields(&status), ["update_mask"]);
    let mut request = settings(1, false, &[]);
    request.settings.as_mut().unwrap().etag = "4".into();
    assert_eq!(client.update_settings(request).await.unwrap_err().code(), Code::Aborted);
    let sponsor = stage.harness.as_role(Role::Sponsor);
    let status = Client::new(sponsor).update_settings(settings(1, false, &[])).await.unwrap_err();
    assert_eq!(status.code(), Code::PermissionDenied);
}
