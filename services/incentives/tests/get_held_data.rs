//! `GetHeldData`.

use kit::client::Outgoing;
use proto::{
    held::v1::HeldKind,
    incentives::v1::{
        GetHeldDataRequest, RecognitionSettings, UpdateRecognitionSettingsRequest,
        held_data_service_client::HeldDataServiceClient,
    },
};

use crate::support::{company, parent};

/// What is held about somebody: kinds and how many records of each.
async fn held(outgoing: Outgoing) -> Vec<HeldKind> {
    let mut client = HeldDataServiceClient::new(outgoing);
    client.get_held_data(GetHeldDataRequest {}).await.unwrap().into_inner().kinds
}

fn counts(kinds: &[HeldKind]) -> Vec<(&str, i32)> {
    kinds.iter().map(|k| (k.kind.as_str(), k.count)).collect()
}

#[tokio::test]
async fn thanks_challenges_and_leaving_the_wall_are_told_and_no_figure_is() {
    let company = company().await;
    let value = company.value("Care").await;
    company.thank("w1", &["e1"], &value, "Thank you for the list").await.unwrap();
    let leave = UpdateRecognitionSettingsRequest {
        parent: parent(),
        settings: Some(RecognitionSettings { off_wall: true }),
    };
    company.wall("e1").update_recognition_settings(leave).await.unwrap();
    company.running(&["west"]).await;

    let giver = held(company.member("w1")).await;
    assert_eq!(counts(&giver), [("challenges", 1), ("thanks-given", 1)]);
    assert!(giver[0].records[0].title.as_ref().is_some_and(|t| !t.en.is_empty()), "which challenge");
    let thanked = held(company.member("e1")).await;
    assert_eq!(counts(&thanked), [("thanks-received", 1), ("off-wall", 1)]);
    assert_eq!(thanked[0].records[0].text, "Thank you for the list");
    assert!(thanked[0].records[0].time.is_some());
    assert!(held(company.member("n1")).await.is_empty());
    assert!(held(company.harness.as_stranger()).await.is_empty());
}
