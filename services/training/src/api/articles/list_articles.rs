//! `ListArticles`: newest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page, violation::Rule};
use proto::training::v1::{ListArticlesRequest, ListArticlesResponse};
use tonic::{Request, Response};

use super::writes;
use crate::{
    Training,
    api::convert::{article as convert, reference_if_any},
    domain::article::ArticleState,
    names::{ApplicationName, CourseName},
    store::{self, article::Filter},
};

pub(super) async fn list_articles(
    s: &Training,
    request: Request<ListArticlesRequest>,
) -> Result<Response<ListArticlesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let course: Option<CourseName> = reference_if_any(&mut violations, "course", &o, &request.course);
    let application: Option<ApplicationName> =
        reference_if_any(&mut violations, "application", &o, &request.application);
    let mut states = convert::states(&mut violations, &request.states);
    let writer = writes(&who);
    if states.is_empty() && writer {
        states = vec![ArticleState::Draft, ArticleState::Published, ArticleState::Proposed];
    } else if states.is_empty() {
        states = vec![ArticleState::Published];
    } else if !writer && states.iter().any(|s| *s != ArticleState::Published) {
        violations.add("states", "", Rule::unknown_value(&["PUBLISHED"]));
    }
    violations.check()?;

    let filter =
        Filter { states, course: course.map(|c| c.course), application: application.map(|a| a.application) };
    let before = page.after.as_deref();
    let mut found = store::article::list(s.db.read(), &o, &filter, before, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |a| a.id.clone());

    let write = |a| if writer { Some(convert::full(&o, a)) } else { convert::shown(&o, a, None) };
    let articles = found.iter().filter_map(write).map(convert::short).collect();
    Ok(Response::new(ListArticlesResponse { articles, next_page_token }))
}
