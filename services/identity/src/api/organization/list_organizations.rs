//! `ListOrganizations`: every tenant, for other services.

use kit::{auth::Caller, error::Error, page::Page};
use proto::identity::v1::{ListOrganizationsRequest, ListOrganizationsResponse};
use tonic::{Request, Response};

use crate::{Identity, convert, store};

pub(super) async fn list_organizations(
    s: &Identity,
    request: Request<ListOrganizationsRequest>,
) -> Result<Response<ListOrganizationsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;
    let mut rows = store::organization::list(s.db.read(), page.after.as_deref(), page.limit()).await?;
    let next_page_token = page.cut(&mut rows, |last| last.id.clone());
    let organizations = rows.iter().map(convert::organization).collect();
    Ok(Response::new(ListOrganizationsResponse { organizations, next_page_token }))
}
