//! `CreatePost`.

use proto::champions::v1::{CreatePostRequest, Post};

use crate::support::{company, fields, parent, reason};

#[tokio::test]
async fn champions_write_and_nobody_else() {
    let company = company().await;
    company.with_champion().await;
    let made = company.post("w2", "How to begin?").await.unwrap();
    assert!(made.own && made.author_display_name == "W2" && made.answers.is_empty());
    assert_eq!(reason(&company.post("w3", "How to begin?").await.unwrap_err()), "NOT_A_CHAMPION");
}

#[tokio::test]
async fn every_broken_rule_is_said_at_once_a_megabyte_and_a_turned_title_included() {
    let company = company().await;
    company.with_champion().await;
    let bad =
        Post { title: "a\u{202E}b".into(), text: "x".repeat(900_000), language: 9, ..Default::default() };
    let request = CreatePostRequest { parent: parent(), post: Some(bad), request_id: String::new() };
    let error = company.space("w2").create_post(request).await.unwrap_err();
    assert_eq!(fields(&error), ["post.title", "post.text", "post.language"]);
}

#[tokio::test]
async fn nobody_floods_the_others() {
    let company = company().await;
    company.with_champion().await;
    for i in 0..50 {
        company.post("w2", &format!("Tip {i}")).await.unwrap();
    }
    assert_eq!(reason(&company.post("w2", "One more").await.unwrap_err()), "TOO_MANY_POSTS");
    company.harness.clock.advance(std::time::Duration::from_hours(24));
    company.post("w2", "One more").await.unwrap();
}
