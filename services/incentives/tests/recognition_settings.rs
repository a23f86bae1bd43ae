//! `GetRecognitionSettings`, `UpdateRecognitionSettings`: everybody may leave the wall.

use proto::incentives::v1 as pb;

use crate::support::{Company, company, fields, parent};

async fn off(company: &Company, person: &str, off_wall: bool) {
    let request = pb::UpdateRecognitionSettingsRequest {
        parent: parent(),
        settings: Some(pb::RecognitionSettings { off_wall }),
    };
    company.wall(person).update_recognition_settings(request).await.unwrap();
    let read = pb::GetRecognitionSettingsRequest { parent: parent() };
    let read = company.wall(person).get_recognition_settings(read).await.unwrap().into_inner();
    assert_eq!(read.off_wall, off_wall);
}

#[tokio::test]
async fn whoever_left_is_shown_to_nobody_else_and_may_come_back() {
    let company = company().await;
    let value = company.value("Care").await;
    company.thank("w1", &["e1"], &value, "Thank you alone for the list").await.unwrap();
    company.thank("w1", &["e1", "e2"], &value, "Thank you both for the list").await.unwrap();
    company.thank("e1", &["w2"], &value, "Thank you for the coffee").await.unwrap();
    off(&company, "e1", true).await;
    let seen = company.on_the_wall("n1").await;
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert_eq!(seen[0].people_display_names, ["E2"], "those who are left are shown");
    assert_eq!(company.on_the_wall("e1").await.len(), 3, "the own are still seen");
    assert_eq!(company.on_the_wall("w2").await.len(), 2, "and what one got");
    off(&company, "e1", false).await;
    assert_eq!(company.on_the_wall("n1").await.len(), 3);
    let empty = pb::UpdateRecognitionSettingsRequest { parent: parent(), settings: None };
    assert_eq!(
        fields(&company.wall("e1").update_recognition_settings(empty).await.unwrap_err()),
        ["settings"]
    );
}
