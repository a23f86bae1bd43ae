//! `SearchArticles`: articles in which all words are, then those that say something like them.

use kit::{auth::Caller, contract::localized, error::Error, localize::Language, name::OrganizationName};
use proto::training::v1::{ArticleHit, SearchArticlesRequest, SearchArticlesResponse};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::reference_if_any,
    domain::article::excerpt,
    names::{ArticleName, CourseName},
    store,
};

/// Hits of one answer.
const MOST: usize = 20;

pub(super) async fn search_articles(
    s: &Training,
    request: Request<SearchArticlesRequest>,
) -> Result<Response<SearchArticlesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    violations.length("query", &request.query, 0..=200);
    let course: Option<CourseName> = reference_if_any(&mut violations, "course", &o, &request.course);
    violations.check()?;
    let language = Language::from_proto(request.language).unwrap_or(who.language());

    let found = s.knowledge.search(s.db.read(), &o, &request.query, language).await?;
    let ids: Vec<String> = found.iter().map(|hit| hit.article.clone()).collect();
    let articles = store::article::some(s.db.read(), &o, &ids).await?;
    let of = |id: &str| articles.iter().find(|a| a.id == id).and_then(|a| a.published());
    let mut hits: Vec<(bool, ArticleHit)> = found
        .iter()
        .filter_map(|hit| {
            let words = of(&hit.article)?;
            let led = course.as_ref().is_some_and(|c| words.courses.contains(&c.course));
            let hit = ArticleHit {
                article: ArticleName::new(&o, &hit.article).to_string(),
                title: localized(&words.title),
                excerpt: excerpt(words.body.exact(hit.language), &request.query),
            };
            Some((led, hit))
        })
        .collect();
    hits.sort_by_key(|(led, _)| !led); // stable: what the course leads to comes first, else as found
    hits.truncate(MOST);

    let hits = hits.into_iter().map(|(_, hit)| hit).collect();
    Ok(Response::new(SearchArticlesResponse { hits }))
}
