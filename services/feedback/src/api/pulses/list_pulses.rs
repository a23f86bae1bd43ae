//! `ListPulses`: newest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::feedback::v1::{ListPulsesRequest, ListPulsesResponse};
use tonic::{Request, Response};

use super::convert;
use crate::{Feedback, store};

pub(super) async fn list_pulses(
    s: &Feedback,
    request: Request<ListPulsesRequest>,
) -> Result<Response<ListPulsesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let mut found = store::pulse::list(s.db.read(), &o, page.after.as_deref(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |p| p.id.clone());

    let pulses = convert::view_many(s, s.db.read(), &o, &found).await?;
    Ok(Response::new(ListPulsesResponse { pulses, next_page_token }))
}
