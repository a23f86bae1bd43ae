//! `ListSites`: all sites by name.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{ListSitesRequest, ListSitesResponse};
use tonic::{Request, Response};

use crate::{Identity, convert, names::OrganizationName, store};

pub(super) async fn list_sites(
    s: &Identity,
    request: Request<ListSitesRequest>,
) -> Result<Response<ListSitesResponse>, Error> {
    let who = Caller::of(&request)?;
    let OrganizationName { organization } = who.parse("parent", &request.get_ref().parent)?;
    let sites = store::site::all(s.db.read(), &organization).await?;
    let sites = sites.iter().map(|site| convert::site(&organization, site)).collect();
    Ok(Response::new(ListSitesResponse { sites }))
}
