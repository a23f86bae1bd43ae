//! `AnswerPost`.

use proto::champions::v1::{AnswerPostRequest, PostAnswered};
use tonic::Code;

use crate::support::{company, fields, name, programme, reason};

#[tokio::test]
async fn whoever_wrote_the_post_is_told_and_not_of_own_answers() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    company.champion(&crm, "w2", &["west"]).await;
    company.champion(&crm, "e2", &["east"]).await;
    let post = company.post("w2", "How?").await.unwrap().name;
    let request = AnswerPostRequest { name: post.clone(), text: "So.".into(), request_id: "r".into() };
    let first = company.space("e2").answer_post(request.clone()).await.unwrap().into_inner();
    assert_eq!(company.space("e2").answer_post(request).await.unwrap().into_inner(), first);
    company.answer("w2", &post, "Thanks.").await.unwrap();
    let told = company.told::<PostAnswered>().await;
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].author.clone(), told[0].answerer_display_name.as_str()),
        (name("people", "w2"), "E2")
    );
    assert_eq!(fields(&company.answer("e2", &post, "").await.unwrap_err()), ["text"]);
    assert_eq!(reason(&company.answer("w3", &post, "So.").await.unwrap_err()), "NOT_A_CHAMPION");
    let absent = company.answer("e2", &name("posts", "none"), "So.").await.unwrap_err();
    assert_eq!(absent.code(), Code::NotFound);
}
