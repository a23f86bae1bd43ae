//! `ArchiveArticle`.

use proto::training::v1::{
    ArchiveArticleRequest, GetArticleRequest, PublishArticleRequest, SearchArticlesRequest,
};
use tonic::Code;

use crate::support::{build, company, parent};

#[tokio::test]
async fn readers_do_not_find_it_until_it_is_published_again() {
    let company = company().await;
    let name = company.article(build::article("Export", "Choose export.")).await.name;
    let search = || SearchArticlesRequest { parent: parent(), query: "export".into(), ..Default::default() };
    let mut reader = company.reading("w1");
    assert_eq!(reader.search_articles(search()).await.unwrap().into_inner().hits.len(), 1);
    company.articles().archive_article(ArchiveArticleRequest { name: name.clone() }).await.unwrap();
    company.articles().archive_article(ArchiveArticleRequest { name: name.clone() }).await.unwrap();
    assert!(reader.search_articles(search()).await.unwrap().into_inner().hits.is_empty());
    let gone = reader.get_article(GetArticleRequest { name: name.clone() }).await.unwrap_err();
    assert_eq!(gone.code(), Code::NotFound);
    let publish = PublishArticleRequest { name, ..Default::default() };
    let back = company.articles().publish_article(publish).await.unwrap().into_inner();
    assert_eq!(back.published_version, 1, "it is the same text as before");
    assert_eq!(reader.search_articles(search()).await.unwrap().into_inner().hits.len(), 1);
}
