//! `GetHeldData`.

use kit::client::Outgoing;
use proto::{
    held::v1::HeldKind,
    notifications::v1::{GetHeldDataRequest, held_data_service_client::HeldDataServiceClient},
};

use crate::support::{assigned, office};

/// What is held about somebody: kinds and how many records of each.
async fn held(outgoing: Outgoing) -> Vec<HeldKind> {
    let mut client = HeldDataServiceClient::new(outgoing);
    client.get_held_data(GetHeldDataRequest {}).await.unwrap().into_inner().kinds
}

fn counts(kinds: &[HeldKind]) -> Vec<(&str, i32)> {
    kinds.iter().map(|k| (k.kind.as_str(), k.count)).collect()
}

#[tokio::test]
async fn messages_and_mails_are_told_with_how_long_they_are_kept() {
    let office = office().await;
    office.harness.deliver(&assigned("sara", "CRM")).await;
    office.harness.settle().await;
    let sara = held(office.harness.as_person("sara", &[])).await;
    assert_eq!(counts(&sara)[0], ("notifications", 1));
    assert_eq!((sara[0].kept_days, sara[0].records[0].time.is_some()), (180, true));
    let mails = sara.iter().find(|k| k.kind == "mails").unwrap();
    assert_eq!((mails.count, mails.kept_days), (1, 35));
    assert!(!mails.records[0].text.is_empty(), "its subject");
    assert!(held(office.harness.as_person("omid", &[])).await.is_empty());
    assert!(held(office.harness.as_stranger()).await.is_empty());
}
