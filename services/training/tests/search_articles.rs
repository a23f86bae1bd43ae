//! `SearchArticles`.

use proto::{
    localization::v1::{Language, LocalizedText},
    training::v1::{Article, SearchArticlesRequest},
};

use crate::support::{Company, build, company, fields, parent};

async fn found(company: &Company, query: &str, course: &str) -> Vec<String> {
    let request = SearchArticlesRequest {
        parent: parent(),
        query: query.into(),
        course: course.into(),
        language: Language::Fa.into(),
    };
    let hits = company.reading("w1").search_articles(request).await.unwrap().into_inner().hits;
    hits.into_iter().map(|h| h.title.unwrap().en).collect()
}

async fn library() -> (Company, String) {
    let company = company().await;
    let course = company.course(build::course("A")).await.name;
    let words =
        |en: &str, fa: &str| Some(LocalizedText { en: en.into(), fa: fa.into(), ..Default::default() });
    for (title, body, courses) in [
        (words("Export", "خروجی"), words("Choose export to Excel.", "گزارش‌ها را با اکسل باز کنید."), vec![]),
        (
            words("Reports", "گزارش ماهانه"),
            words("Open reports.", "گزارش ماهانه را باز کنید."),
            vec![course.clone()],
        ),
        (words("Holidays", "مرخصی"), words("Ask for leave.", "درخواست مرخصی."), vec![]),
    ] {
        company.article(Article { title, body, courses, ..Default::default() }).await;
    }
    (company, course)
}

#[tokio::test]
async fn spellings_do_not_matter_and_the_last_word_may_be_unfinished() {
    let (company, course) = library().await;
    for (query, first) in [
        ("exce", "Export"),
        ("گزارشهاي اكسل", "Export"),
        ("مرخ", "Holidays"),
        ("How do I export to excel?", "Export"),
    ] {
        assert_eq!(found(&company, query, "").await.first().map(String::as_str), Some(first), "{query}");
    }
    assert_eq!(found(&company, "گزارش", &course).await, ["Reports", "Export"], "the course's own first");
    assert_eq!(found(&company, "quarks", "").await, [] as [String; 0]);
    assert_eq!(found(&company, "", "").await, [] as [String; 0]);
}

#[tokio::test]
async fn a_hit_shows_where_the_words_are() {
    let (company, _) = library().await;
    let request = SearchArticlesRequest {
        parent: parent(),
        query: "اکسل".into(),
        language: Language::Fa.into(),
        ..Default::default()
    };
    let hit = company.reading("w1").search_articles(request).await.unwrap().into_inner().hits.remove(0);
    assert_eq!(hit.excerpt, "گزارش‌ها را با اکسل باز کنید.");
}

#[tokio::test]
async fn what_is_changed_is_found_by_its_new_words_and_drafts_never() {
    let (company, _) = library().await;
    assert_eq!(found(&company, "quarks", "").await, [] as [String; 0]);
    company.article_draft(build::article("Draft", "About quarks.")).await;
    assert_eq!(found(&company, "quarks", "").await, [] as [String; 0]);
    company.article(build::article("Physics", "About quarks.")).await;
    assert_eq!(found(&company, "quarks", "").await, ["Physics"]);
}

#[tokio::test]
async fn a_query_of_a_megabyte_is_refused() {
    let company = company().await;
    let request = SearchArticlesRequest { parent: parent(), query: "x".repeat(201), ..Default::default() };
    assert_eq!(fields(&company.reading("w1").search_articles(request).await.unwrap_err()), ["query"]);
}
