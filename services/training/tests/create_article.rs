//! `CreateArticle`.

use proto::{
    localization::v1::LocalizedText,
    training::v1::{Article, ArticleState, CreateArticleRequest},
};
use tonic::Code;

use crate::support::{build, company, fields, name, parent};

fn request(article: Article, request_id: &str) -> CreateArticleRequest {
    CreateArticleRequest { parent: parent(), article: Some(article), request_id: request_id.into() }
}

#[tokio::test]
async fn a_draft_is_kept_as_it_was_written_and_made_once() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let given = Article {
        courses: vec![course.name.clone()],
        tags: vec!["Excel".into()],
        ..build::article("Export", "Choose **Export**.")
    };
    let made = company.articles().create_article(request(given.clone(), "r")).await.unwrap().into_inner();
    assert_eq!((made.state(), made.published_version), (ArticleState::Draft, 0));
    assert_eq!((&made.title, &made.body, &made.tags), (&given.title, &given.body, &given.tags));
    assert_eq!(made.courses, [course.name]);
    let again = company.articles().create_article(request(given.clone(), "r")).await.unwrap().into_inner();
    assert_eq!(again, made);
    let other = Article { tags: vec![], ..given };
    let error = company.articles().create_article(request(other, "r")).await.unwrap_err();
    assert_eq!(fields(&error), ["request_id"]);
}

#[tokio::test]
async fn every_broken_rule_is_said_at_once() {
    let company = company().await;
    let bad = Article {
        title: Some(LocalizedText { en: "turned\u{202E}round".into(), ..Default::default() }),
        body: None,
        courses: vec!["x".into(), "organizations/globex/courses/c".into()],
        tags: vec!["excel".into(), "EXCEL".into(), "t".repeat(41)],
        ..Default::default()
    };
    let error = company.articles().create_article(request(bad, "")).await.unwrap_err();
    let expected = [
        "article.title",
        "article.body",
        "article.courses[0]",
        "article.courses[1]",
        "article.tags[1]",
        "article.tags[2]",
    ];
    assert_eq!(fields(&error), expected);
    let absent = Article { courses: vec![name("courses", "none")], ..build::article("A", "b") };
    let error = company.articles().create_article(request(absent, "")).await.unwrap_err();
    assert_eq!(fields(&error), ["article.courses[0]"]);
    let huge = build::article("A", &"x".repeat(20_001));
    assert_eq!(
        fields(&company.articles().create_article(request(huge, "")).await.unwrap_err())[0],
        "article.body.en"
    );
}

#[tokio::test]
async fn who_only_reads_writes_none() {
    let company = company().await;
    let denied =
        company.reading("w1").create_article(request(build::article("A", "b"), "")).await.unwrap_err();
    assert_eq!(denied.code(), Code::PermissionDenied);
}
