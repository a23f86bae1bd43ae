//! `GetArticle`.

use proto::training::v1::GetArticleRequest;
use tonic::Code;

use crate::support::{build, company};

#[tokio::test]
async fn a_draft_is_for_those_who_write_and_nobody_of_another_organization() {
    let company = company().await;
    let draft = company.article_draft(build::article("Export", "Old way.")).await;
    let get = || GetArticleRequest { name: draft.name.clone() };
    assert_eq!(company.articles().get_article(get()).await.unwrap().into_inner(), draft);
    assert_eq!(company.reading("w1").get_article(get()).await.unwrap_err().code(), Code::NotFound);
    let stranger =
        proto::training::v1::article_service_client::ArticleServiceClient::new(company.harness.as_stranger())
            .get_article(get())
            .await
            .unwrap_err();
    assert_eq!(stranger.code(), Code::NotFound);
}
