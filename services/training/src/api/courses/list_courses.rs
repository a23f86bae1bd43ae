//! `ListCourses`: courses without their modules.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page, text};
use proto::training::v1::{ListCoursesRequest, ListCoursesResponse};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::{self, reference_if_any},
    names::ApplicationName,
    store::{self, course::Filter},
};

pub(super) async fn list_courses(
    s: &Training,
    request: Request<ListCoursesRequest>,
) -> Result<Response<ListCoursesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let application: Option<ApplicationName> =
        reference_if_any(&mut violations, "application", &o, &request.application);
    violations.length("query", &request.query, 0..=200);
    let filter = Filter {
        states: convert::course::states(&mut violations, &request.states),
        application: application.map(|a| a.application),
        words: text::normalize(&request.query),
    };
    violations.check()?;

    let mut found =
        store::course::list(s.db.read(), &o, &filter, page.after.as_deref(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |c| c.course.id.clone());

    let courses = found.iter().map(|c| convert::course::listed(&o, c)).collect();
    Ok(Response::new(ListCoursesResponse { courses, next_page_token }))
}
