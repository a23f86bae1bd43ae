//! `GetPost`.

use proto::champions::v1::GetPostRequest;
use tonic::Code;

use crate::support::{company, name, programme};

#[tokio::test]
async fn with_its_answers_oldest_first() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    company.champion(&crm, "w2", &["west"]).await;
    company.champion(&crm, "e2", &["east"]).await;
    let post = company.post("w2", "How?").await.unwrap().name;
    company.answer("e2", &post, "So.").await.unwrap();
    company.answer("w2", &post, "Thanks.").await.unwrap();
    let seen = company.space("e2").get_post(GetPostRequest { name: post }).await.unwrap().into_inner();
    let answers: Vec<_> = seen.answers.iter().map(|a| (a.text.as_str(), a.own)).collect();
    assert_eq!((answers, seen.answer_count, seen.own), (vec![("So.", true), ("Thanks.", false)], 2, false));
    let absent = GetPostRequest { name: name("posts", "none") };
    assert_eq!(company.space("e2").get_post(absent).await.unwrap_err().code(), Code::NotFound);
}
