//! `GiveArticleFeedback`.

use proto::training::v1::{GetArticleRequest, GiveArticleFeedbackRequest};
use tonic::Code;

use crate::support::{build, company};

#[tokio::test]
async fn a_reader_counts_once_and_may_think_again() {
    let company = company().await;
    let name = company.article(build::article("Export", "b")).await.name;
    let say = |helped: bool| GiveArticleFeedbackRequest { name: name.clone(), helped };
    company.reading("w1").give_article_feedback(say(false)).await.unwrap();
    company.reading("w1").give_article_feedback(say(false)).await.unwrap();
    company.reading("w2").give_article_feedback(say(true)).await.unwrap();
    let again = company.reading("w1").give_article_feedback(say(true)).await.unwrap().into_inner();
    assert_eq!((again.helped, again.not_helped, again.own_feedback), (2, 0, Some(true)));
    let seen = company
        .reading("w3")
        .get_article(GetArticleRequest { name: name.clone() })
        .await
        .unwrap()
        .into_inner();
    assert_eq!((seen.helped, seen.own_feedback), (2, None));
}

#[tokio::test]
async fn there_is_nothing_to_say_of_a_draft() {
    let company = company().await;
    let name = company.article_draft(build::article("Export", "b")).await.name;
    let say = GiveArticleFeedbackRequest { name, helped: true };
    assert_eq!(company.reading("w1").give_article_feedback(say).await.unwrap_err().code(), Code::NotFound);
}
