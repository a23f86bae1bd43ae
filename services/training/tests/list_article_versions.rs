//! `ListArticleVersions`.

use proto::training::v1::{Article, ListArticleVersionsRequest, PublishArticleRequest, UpdateArticleRequest};
use tonic::Code;

use crate::support::{build, company, name};

#[tokio::test]
async fn each_version_stays_as_it_was_newest_first() {
    let company = company().await;
    let article = company.article(build::article("Export", "Old way.")).await;
    let changed = Article { name: article.name.clone(), ..build::article("Export", "New way.") };
    let update = UpdateArticleRequest { article: Some(changed), update_mask: None };
    company.articles().update_article(update).await.unwrap();
    let publish = PublishArticleRequest { name: article.name.clone(), etag: String::new() };
    company.articles().publish_article(publish).await.unwrap();
    let list = |size: i32, token: String| ListArticleVersionsRequest {
        parent: article.name.clone(),
        page_size: size,
        page_token: token,
    };
    let first = company.articles().list_article_versions(list(1, String::new())).await.unwrap().into_inner();
    let next =
        company.articles().list_article_versions(list(1, first.next_page_token)).await.unwrap().into_inner();
    let seen: Vec<_> = first
        .versions
        .iter()
        .chain(&next.versions)
        .map(|v| (v.version, v.body.clone().unwrap().en))
        .collect();
    assert_eq!(seen, [(2, "New way.".to_owned()), (1, "Old way.".to_owned())]);
    let absent = ListArticleVersionsRequest { parent: name("articles", "none"), ..Default::default() };
    assert_eq!(company.articles().list_article_versions(absent).await.unwrap_err().code(), Code::NotFound);
}
