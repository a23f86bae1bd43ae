//! `ListHelpRequests`: everybody's, those that wait longest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page, violation::Rule};
use proto::training::v1::{HelpState, ListHelpRequestsRequest, ListHelpRequestsResponse};
use tonic::{Request, Response};

use super::words;
use crate::{
    Training,
    api::convert::{help::write, reference_if_any},
    names::CourseName,
    store::{self, help::Filter},
};

pub(super) async fn list_help_requests(
    s: &Training,
    request: Request<ListHelpRequestsRequest>,
) -> Result<Response<ListHelpRequestsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let course: Option<CourseName> = reference_if_any(&mut violations, "course", &o, &request.course);
    let answered = match HelpState::try_from(request.state) {
        Ok(HelpState::Unspecified) => None,
        Ok(state) => Some(state == HelpState::Answered),
        Err(_) => {
            violations.add("state", request.state, Rule::unknown_value(&["OPEN", "ANSWERED"]));
            None
        }
    };
    violations.check()?;

    let (db, after) = (s.db.read(), page.after.as_deref());
    let filter = Filter { answered, course: course.map(|c| c.course) };
    let mut found = store::help::list(db, &o, &filter, after, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |h| h.id.clone());
    let words = words::of(db, &o, &found).await?;

    let help_requests = found.iter().map(|h| write(&o, h, &words)).collect();
    Ok(Response::new(ListHelpRequestsResponse { help_requests, next_page_token }))
}
