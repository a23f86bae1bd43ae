//! `ListMyHelpRequests`: newest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::training::v1::{ListMyHelpRequestsRequest, ListMyHelpRequestsResponse};
use tonic::{Request, Response};

use super::words;
use crate::{Training, api::convert::help::write, store};

pub(super) async fn list_my_help_requests(
    s: &Training,
    request: Request<ListMyHelpRequestsRequest>,
) -> Result<Response<ListMyHelpRequestsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let (db, person) = (s.db.read(), who.person()?);
    let before = page.after.as_deref();
    let mut found = store::help::of_person(db, &o, person, before, Some(page.limit())).await?;
    let next_page_token = page.cut(&mut found, |h| h.id.clone());
    let words = words::of(db, &o, &found).await?;

    let help_requests = found.iter().map(|h| write(&o, h, &words)).collect();
    Ok(Response::new(ListMyHelpRequestsResponse { help_requests, next_page_token }))
}
