//! `ListAssignments`: newest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::training::v1::{ListAssignmentsRequest, ListAssignmentsResponse};
use tonic::{Request, Response};

use super::view;
use crate::{Training, api::convert, store};

pub(super) async fn list_assignments(
    s: &Training,
    request: Request<ListAssignmentsRequest>,
) -> Result<Response<ListAssignmentsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let states = convert::assignment::states(&mut violations, &request.states);
    violations.check()?;

    let (db, before) = (s.db.read(), page.after.as_deref());
    let mut found = store::assignment::list(db, &o, &states, before, Some(page.limit())).await?;
    let next_page_token = page.cut(&mut found, |a| a.id.clone());

    let assignments = view::many(db, &o, &found, s.clock.now()).await?;
    Ok(Response::new(ListAssignmentsResponse { assignments, next_page_token }))
}
