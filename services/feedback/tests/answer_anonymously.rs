//! `AnswerAnonymously`.

use proto::feedback::v1::ProposalCommented;
use tonic::Code;

use crate::support::{company, fields, violations};

#[tokio::test]
async fn the_writer_answers_without_a_name_an_hour_or_an_event() {
    let company = company().await;
    let made = company.whisper("w1", "The CRM is slow", 1).await.unwrap();
    company.say("w2", &made.name, "When?").await.unwrap();
    for _ in 0..2 {
        let said = company.whisper_back(1, " In the morning. ").await.unwrap();
        assert_eq!((said.text.as_str(), said.create_day.as_str()), ("In the morning.", "2026-03-02"));
        assert!(said.author.is_empty() && said.by_proposer && said.create_time.is_none() && !said.own);
    }
    assert_eq!(company.said("w3", &made.name).await.len(), 2, "saying it twice is saying it once");
    assert_eq!(company.heard::<ProposalCommented>().await, [], "nobody is told on the same day");
}

#[tokio::test]
async fn after_a_merge_the_answer_goes_where_it_is_spoken_of() {
    let company = company().await;
    let twin = company.whisper("w1", "Search is slow", 1).await.unwrap();
    let kept = company.propose("w2", "Slow search").await;
    company.merge(&twin.name, &kept.name).await.unwrap();
    let said = company.whisper_back(1, "In the morning.").await.unwrap();
    assert!(said.name.starts_with(&kept.name) && !said.by_proposer, "somebody with a name made that one");
    assert_eq!(company.get("w3", &kept.name).await.unwrap().comment_count, 1);
}

#[tokio::test]
async fn it_is_bounded_like_any_other() {
    let company = company().await;
    company.whisper("w1", "The CRM is slow", 1).await.unwrap();
    let error = company.whisper_back(1, &"x".repeat(1_000_000)).await.unwrap_err();
    assert_eq!(violations(&error), [("text".to_owned(), "TOO_LONG".to_owned())]);
    assert_eq!(fields(&company.whisper_back(1, "  ").await.unwrap_err()), ["text"]);
    assert_eq!(company.whisper_back(2, "Hello").await.unwrap_err().code(), Code::NotFound);
    for number in 0..20 {
        company.whisper_back(1, &format!("Answer {number}")).await.unwrap();
    }
    assert_eq!(company.whisper_back(1, "One more").await.unwrap_err().code(), Code::ResourceExhausted);
    company.hours_pass(24).await;
    company.whisper_back(1, "One more").await.unwrap();
}
