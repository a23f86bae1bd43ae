//! `ProposeArticle`.

use proto::training::v1::{
    ArticleState, ListArticlesRequest, ProposeArticleRequest, article_service_client::ArticleServiceClient,
};
use tonic::Code;

use crate::support::{build, company, parent};

#[tokio::test]
async fn it_waits_for_a_trainer_and_comes_from_one_place_once() {
    let company = company().await;
    let propose = || ProposeArticleRequest {
        parent: parent(),
        article: Some(build::article("Tip", "Try this.")),
        source: "organizations/acme/posts/p/answers/a".into(),
    };
    let mut service = ArticleServiceClient::new(company.harness.as_service("champions"));
    let proposed = service.propose_article(propose()).await.unwrap().into_inner();
    assert_eq!(proposed.state(), ArticleState::Proposed);
    assert_eq!(service.propose_article(propose()).await.unwrap().into_inner().name, proposed.name);
    let waiting = ListArticlesRequest {
        parent: parent(),
        states: vec![ArticleState::Proposed.into()],
        ..Default::default()
    };
    let waiting = company.articles().list_articles(waiting).await.unwrap().into_inner().articles;
    assert_eq!(waiting.len(), 1);
    let seen = ListArticlesRequest { parent: parent(), ..Default::default() };
    assert!(company.reading("w1").list_articles(seen).await.unwrap().into_inner().articles.is_empty());
    assert_eq!(
        company.articles().propose_article(propose()).await.unwrap_err().code(),
        Code::PermissionDenied
    );
}
