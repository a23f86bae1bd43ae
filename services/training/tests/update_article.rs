//! `UpdateArticle`.

use proto::training::v1::{Article, GetArticleRequest, UpdateArticleRequest};
use tonic::Code;

use crate::support::{build, company, fields};

#[tokio::test]
async fn readers_go_on_seeing_what_is_published() {
    let company = company().await;
    let article = company.article(build::article("Export", "Old way.")).await;
    let changed =
        Article { name: article.name.clone(), etag: article.etag, ..build::article("Export", "New way.") };
    let mask = Some(prost_types::FieldMask { paths: vec!["body".into()] });
    let request = UpdateArticleRequest { article: Some(changed.clone()), update_mask: mask };
    let draft = company.articles().update_article(request.clone()).await.unwrap().into_inner();
    assert!(draft.unpublished_changes && draft.body.unwrap().en == "New way.");
    let read = GetArticleRequest { name: article.name.clone() };
    let seen = company.reading("w1").get_article(read).await.unwrap().into_inner();
    assert_eq!(seen.body.unwrap().en, "Old way.");
    let stale = company.articles().update_article(request).await.unwrap_err();
    assert_eq!(stale.code(), Code::Aborted, "somebody saved after it was read");
}

#[tokio::test]
async fn an_article_that_is_not_there_and_a_field_that_is_not_ones_to_write() {
    let company = company().await;
    let absent = Article { name: crate::support::name("articles", "none"), ..build::article("A", "b") };
    let request = UpdateArticleRequest { article: Some(absent), update_mask: None };
    assert_eq!(company.articles().update_article(request).await.unwrap_err().code(), Code::NotFound);
    let article = company.article_draft(build::article("A", "b")).await;
    let mask = Some(prost_types::FieldMask { paths: vec!["helped".into()] });
    let request =
        UpdateArticleRequest { article: Some(Article { helped: 900, ..article }), update_mask: mask };
    assert_eq!(fields(&company.articles().update_article(request).await.unwrap_err()), ["update_mask"]);
}
