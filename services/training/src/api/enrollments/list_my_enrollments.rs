//! `ListMyEnrollments`: what is open by due day, then what is complete, latest first.

use std::cmp::Reverse;

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::training::v1::{ListMyEnrollmentsRequest, ListMyEnrollmentsResponse};
use tonic::{Request, Response};

use super::view::Desk;
use crate::{
    Training,
    api::convert::enrollment::states,
    domain::enrollment::{Enrollment, EnrollmentState},
};

pub(super) async fn list_my_enrollments(
    s: &Training,
    request: Request<ListMyEnrollmentsRequest>,
) -> Result<Response<ListMyEnrollmentsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let states = states(&mut violations, &request.states);
    violations.check()?;

    let desk = Desk::load(s.db.read(), &o, who.person()?, s.clock.now()).await?;
    let wanted = |e: &&Enrollment| {
        states.contains(&e.state) || (states.is_empty() && e.state != EnrollmentState::Withdrawn)
    };
    let mut found: Vec<&Enrollment> = desk.all.iter().filter(wanted).collect();
    found.sort_by_key(|e| {
        let open = e.state.is_open();
        (!open, open.then_some((e.due_day, e.step)), Reverse(e.complete_time), e.id.clone())
    });
    // One person has few enrolments: the page is cut here, after the one it follows.
    if let Some(after) = &page.after {
        let past = found.iter().position(|e| e.id == *after).map_or(0, |i| i + 1);
        found.drain(..past);
    }
    let next_page_token = page.cut(&mut found, |e| e.id.clone());

    let enrollments = found.into_iter().map(|e| desk.light(e)).collect();
    Ok(Response::new(ListMyEnrollmentsResponse { enrollments, next_page_token }))
}
