//! `ListModerationQueue`.

use proto::feedback::v1::ListModerationQueueRequest;

use crate::support::{company, parent};

#[tokio::test]
async fn what_nobody_answers_for_is_looked_at_once_the_oldest_first() {
    let company = company().await;
    let mut expected = Vec::new();
    for day in 0..3 {
        expected.push(company.whisper("w1", &format!("Of day {day}"), day).await.unwrap().name);
        company.hours_pass(24).await;
    }
    company.propose("w2", "With a name").await;
    expected.push(company.whisper_back(0, "An answer of nobody").await.unwrap().name);
    let mut seen = Vec::new();
    let mut token = String::new();
    loop {
        let request = ListModerationQueueRequest { parent: parent(), page_size: 2, page_token: token };
        let page = company.moderation().list_moderation_queue(request).await.unwrap().into_inner();
        seen.extend(page.contents.into_iter().map(|c| c.name));
        token = page.next_page_token;
        if token.is_empty() {
            break;
        }
    }
    assert_eq!(seen, expected);
}
