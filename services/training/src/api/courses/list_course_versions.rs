//! `ListCourseVersions`: what was published, newest first.

use kit::{auth::Caller, error::Error, page::Page};
use proto::training::v1::{ListCourseVersionsRequest, ListCourseVersionsResponse};
use tonic::{Request, Response};

use crate::{Training, api::convert, names::CourseName, store};

pub(super) async fn list_course_versions(
    s: &Training,
    request: Request<ListCourseVersionsRequest>,
) -> Result<Response<ListCourseVersionsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: CourseName = who.parse("parent", &request.parent)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    if store::course::load(s.db.read(), o, &name.course).await?.is_none() {
        return Err(Error::not_found(&name));
    }
    let before = page.after.as_ref().and_then(|v| v.parse().ok());
    let mut found = store::version::list(s.db.read(), o, &name.course, before, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |v| v.version.to_string());

    let versions = found.iter().map(|v| convert::course::version(o, v)).collect();
    Ok(Response::new(ListCourseVersionsResponse { versions, next_page_token }))
}
