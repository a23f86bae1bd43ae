//! `ProposeAnswerAsArticle`.

use proto::champions::v1::ProposeAnswerAsArticleRequest;
use tonic::Code;

use crate::support::{company, name, programme, reason};

#[tokio::test]
async fn a_good_answer_is_proposed_once_in_its_language() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    company.champion(&crm, "w2", &["west"]).await;
    company.champion(&crm, "e2", &["east"]).await;
    let post = company.post("w2", "How to export?").await.unwrap().name;
    let answer = company.answer("e2", &post, "Above the list.").await.unwrap().name;
    let propose = || ProposeAnswerAsArticleRequest { name: answer.clone() };
    company.neighbours.change(|s| s.down = true);
    let away = company.space("w2").propose_answer_as_article(propose()).await.unwrap_err();
    assert_eq!(away.code(), Code::Unavailable);
    company.neighbours.change(|s| s.down = false);
    let proposed = company.space("w2").propose_answer_as_article(propose()).await.unwrap().into_inner();
    let id = answer.rsplit('/').next().unwrap();
    assert_eq!(proposed.article, name("articles", &format!("from-{id}")));
    let asked = company.neighbours.change(|s| s.proposed.clone());
    assert_eq!((asked.len(), asked[0].source.as_str()), (1, answer.as_str()));
    let article = asked[0].article.clone().unwrap();
    assert_eq!(article.title.unwrap().en, "How to export?");
    assert_eq!(article.body.unwrap().en, "How do you do it?\n\nAbove the list.");
    let twice = company.space("w2").propose_answer_as_article(propose()).await.unwrap_err();
    assert_eq!(reason(&twice), "ARTICLE_PROPOSED");
}
