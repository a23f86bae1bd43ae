//! `CreateValue`, `UpdateValue`, `ArchiveValue`, `ListValues`.

use proto::incentives::v1 as pb;
use tonic::Code;

use crate::support::{company, fields, parent, text};

#[tokio::test]
async fn values_are_few_changed_with_care_and_archived() {
    let company = company().await;
    let care = company.value("Care").await;
    let edit = pb::UpdateValueRequest {
        value: Some(pb::Value { title: text("Caring"), ..care.clone() }),
        update_mask: None,
    };
    let saved = company.moderation().update_value(edit.clone()).await.unwrap().into_inner();
    assert_eq!(saved.title, text("Caring"));
    assert_eq!(company.moderation().update_value(edit).await.unwrap_err().code(), Code::Aborted);
    for i in 1..20 {
        company.value(&format!("Value {i}")).await;
    }
    let more = |title: &str| pb::CreateValueRequest {
        parent: parent(),
        value: Some(pb::Value { title: text(title), ..Default::default() }),
        request_id: String::new(),
    };
    assert_eq!(fields(&company.moderation().create_value(more("One more")).await.unwrap_err()), ["value"]);
    company.moderation().archive_value(pb::ArchiveValueRequest { name: care.name }).await.unwrap();
    assert!(company.moderation().create_value(more("One more")).await.is_ok());
    let list = |show_archived| pb::ListValuesRequest { parent: parent(), show_archived };
    assert_eq!(company.wall("w1").list_values(list(false)).await.unwrap().into_inner().values.len(), 20);
    assert_eq!(company.wall("w1").list_values(list(true)).await.unwrap().into_inner().values.len(), 21);
    let wrong = more("\u{2067}turned");
    company.moderation().archive_value(pb::ArchiveValueRequest { name: saved.name }).await.unwrap();
    assert_eq!(fields(&company.moderation().create_value(wrong).await.unwrap_err())[0], "value.title.en");
}
