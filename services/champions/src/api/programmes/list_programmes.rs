//! `ListProgrammes`: newest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::champions::v1::{ListProgrammesRequest, ListProgrammesResponse};
use tonic::{Request, Response};

use super::view;
use crate::{Champions, store};

pub(super) async fn list_programmes(
    s: &Champions,
    request: Request<ListProgrammesRequest>,
) -> Result<Response<ListProgrammesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let before = page.after.as_deref();
    let mut found =
        store::programme::list(s.db.read(), &o, request.show_archived, before, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |p| p.id.clone());

    let programmes = found.iter().map(|p| view::write(&o, p)).collect();
    Ok(Response::new(ListProgrammesResponse { programmes, next_page_token }))
}
