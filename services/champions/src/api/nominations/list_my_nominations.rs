//! `ListMyNominations`: those that concern the caller, newest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::champions::v1::{ListMyNominationsRequest, ListMyNominationsResponse};
use tonic::{Request, Response};

use super::view;
use crate::{Champions, store};

pub(super) async fn list_my_nominations(
    s: &Champions,
    request: Request<ListMyNominationsRequest>,
) -> Result<Response<ListMyNominationsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let (db, before) = (s.db.read(), page.after.as_deref());
    let mut found = store::nomination::concerning(db, &o, who.person()?, before, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |n| n.id.clone());

    let nominations = view::write(db, &who, &o, &found).await?;
    Ok(Response::new(ListMyNominationsResponse { nominations, next_page_token }))
}
