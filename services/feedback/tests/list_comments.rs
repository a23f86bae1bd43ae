//! `ListComments`.

use proto::feedback::v1::ListCommentsRequest;

use crate::support::{company, fields};

#[tokio::test]
async fn the_oldest_day_comes_first_and_the_anonymous_writer_at_its_end() {
    let company = company().await;
    let made = company.whisper("w1", "The CRM is slow", 1).await.unwrap();
    company.say("w2", &made.name, "first").await.unwrap();
    company.whisper_back(1, "my first answer").await.unwrap();
    company.whisper_back(1, "my second answer").await.unwrap();
    company.hours_pass(2).await;
    company.say("w3", &made.name, "second").await.unwrap();
    company.hours_pass(24).await;
    company.say("w2", &made.name, "next day").await.unwrap();
    let said = company.said("s1", &made.name).await;
    let order: Vec<_> =
        said.iter().map(|c| (c.text.as_str(), c.create_time.is_some(), c.by_proposer)).collect();
    assert_eq!(
        order,
        [
            ("first", true, false),
            ("second", true, false),
            ("my first answer", false, true),
            ("my second answer", false, true),
            ("next day", true, false)
        ],
        "where it stands says nothing about the hour"
    );

    let mut texts = Vec::new();
    let mut token = String::new();
    loop {
        let request = ListCommentsRequest { parent: made.name.clone(), page_size: 2, page_token: token };
        let page = company.comments("s1").list_comments(request).await.unwrap().into_inner();
        texts.extend(page.comments.into_iter().map(|c| c.text));
        token = page.next_page_token;
        if token.is_empty() {
            break;
        }
    }
    assert_eq!(texts, order.iter().map(|(text, ..)| *text).collect::<Vec<_>>());
    let forged = kit_token("nonsense");
    let request = ListCommentsRequest { parent: made.name.clone(), page_size: 2, page_token: forged };
    assert_eq!(fields(&company.comments("s1").list_comments(request).await.unwrap_err()), ["page_token"]);
}

/// A token that kit reads and this service did not write.
fn kit_token(key: &str) -> String {
    let mut violations = kit::violation::Violations::new(kit::localize::Language::En);
    kit::page::Page::parse(&mut violations, 1, "").next(key)
}

#[tokio::test]
async fn hidden_words_are_for_their_writer_and_moderators() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let rude = company.say("w2", &made.name, "You fool").await.unwrap();
    company.hide(&rude.name, "Rude").await.unwrap();
    let seen = async |who: &str| company.said(who, &made.name).await.remove(0);
    let (others, own) = (seen("w3").await, seen("w2").await);
    assert_eq!((others.hidden, others.text.as_str(), others.hide_reason.as_str()), (true, "", ""));
    assert_eq!((own.text.as_str(), own.hide_reason.as_str()), ("You fool", "Rude"));
    assert_eq!(company.get("w1", &made.name).await.unwrap().comment_count, 0);
}
