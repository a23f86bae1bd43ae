//! `ListArticleVersions`: what was published, newest first.

use kit::{auth::Caller, error::Error, page::Page};
use proto::training::v1::{ListArticleVersionsRequest, ListArticleVersionsResponse};
use tonic::{Request, Response};

use crate::{Training, api::convert::article as convert, names::ArticleName, store};

pub(super) async fn list_article_versions(
    s: &Training,
    request: Request<ListArticleVersionsRequest>,
) -> Result<Response<ListArticleVersionsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ArticleName = who.parse("parent", &request.parent)?;
    let (db, o) = (s.db.read(), &name.organization);
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    if store::article::load(db, o, &name.article).await?.is_none() {
        return Err(Error::not_found(&name));
    }
    let before = page.after.as_ref().and_then(|v| v.parse().ok());
    let mut found = store::article::versions(db, o, &name.article, before, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |v| v.version.to_string());

    let versions = found.iter().map(|v| convert::version(o, v)).collect();
    Ok(Response::new(ListArticleVersionsResponse { versions, next_page_token }))
}
