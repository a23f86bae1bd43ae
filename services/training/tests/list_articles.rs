//! `ListArticles`.

use proto::training::v1::{Article, ArticleState, ListArticlesRequest};

use crate::support::{build, company, fields, name, parent};

fn all() -> ListArticlesRequest {
    ListArticlesRequest { parent: parent(), ..Default::default() }
}

fn titles(articles: &[Article]) -> Vec<String> {
    articles.iter().map(|a| a.title.clone().unwrap().en).collect()
}

#[tokio::test]
async fn readers_see_what_is_published_and_writers_drafts_too_newest_first() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let led = Article { courses: vec![course.name.clone()], ..build::article("One", "b") };
    company.article(led).await;
    company.article(Article { application: name("applications", "crm"), ..build::article("Two", "b") }).await;
    company.article_draft(build::article("Three", "b")).await;
    let seen = company.reading("w1").list_articles(all()).await.unwrap().into_inner().articles;
    assert_eq!(titles(&seen), ["Two", "One"]);
    assert!(seen.iter().all(|a| a.body.is_none() && a.etag.is_empty()), "without texts and drafts' marks");
    let written = company.articles().list_articles(all()).await.unwrap().into_inner().articles;
    assert_eq!(titles(&written), ["Three", "Two", "One"]);

    let of_course = ListArticlesRequest { course: course.name, ..all() };
    let found = company.reading("w1").list_articles(of_course).await.unwrap().into_inner().articles;
    assert_eq!(titles(&found), ["One"]);
    let of_crm = ListArticlesRequest { application: name("applications", "crm"), ..all() };
    let found = company.reading("w1").list_articles(of_crm).await.unwrap().into_inner().articles;
    assert_eq!(titles(&found), ["Two"]);
}

#[tokio::test]
async fn pages_hold_every_article_once() {
    let company = company().await;
    for title in ["One", "Two", "Three"] {
        company.article(build::article(title, "b")).await;
    }
    let first = ListArticlesRequest { page_size: 2, ..all() };
    let first = company.reading("w1").list_articles(first).await.unwrap().into_inner();
    let next = ListArticlesRequest { page_size: 2, page_token: first.next_page_token, ..all() };
    let next = company.reading("w1").list_articles(next).await.unwrap().into_inner();
    assert_eq!(
        (titles(&first.articles), titles(&next.articles)),
        (vec!["Three".into(), "Two".into()], vec!["One".into()])
    );
    assert_eq!(next.next_page_token, "");
}

#[tokio::test]
async fn readers_cannot_ask_for_drafts() {
    let company = company().await;
    let drafts = ListArticlesRequest { states: vec![ArticleState::Draft.into()], ..all() };
    assert_eq!(fields(&company.reading("w1").list_articles(drafts.clone()).await.unwrap_err()), ["states"]);
    company.article_draft(build::article("One", "b")).await;
    assert_eq!(company.articles().list_articles(drafts).await.unwrap().into_inner().articles.len(), 1);
}
