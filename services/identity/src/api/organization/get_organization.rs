//! `GetOrganization`: the caller's organization.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{GetOrganizationRequest, Organization};
use tonic::{Request, Response};

use crate::{Identity, convert, names::OrganizationName, store};

pub(super) async fn get_organization(
    s: &Identity,
    request: Request<GetOrganizationRequest>,
) -> Result<Response<Organization>, Error> {
    let who = Caller::of(&request)?;
    let name: OrganizationName = who.parse("name", &request.get_ref().name)?;
    let organization = store::organization::get(s.db.read(), &name.organization).await?;
    Ok(Response::new(convert::organization(&organization)))
}
