//! `PublishArticle`.

use proto::training::v1::{ArticleState, PublishArticleRequest};
use tonic::Code;

use crate::support::{build, company};

#[tokio::test]
async fn a_draft_becomes_the_next_version_and_nothing_new_makes_none() {
    let company = company().await;
    let draft = company.article_draft(build::article("Export", "Old way.")).await;
    let publish = |etag: &str| PublishArticleRequest { name: draft.name.clone(), etag: etag.into() };
    let first = company.articles().publish_article(publish(&draft.etag)).await.unwrap().into_inner();
    assert_eq!((first.state(), first.published_version), (ArticleState::Published, 1));
    let same = company.articles().publish_article(publish("")).await.unwrap().into_inner();
    assert_eq!(same, first);
    let stale = company.articles().publish_article(publish(&draft.etag)).await.unwrap_err();
    assert_eq!(stale.code(), Code::Aborted);
}
