//! `GetSite`: one site with its calendar.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{GetSiteRequest, Site};
use tonic::{Request, Response};

use crate::{Identity, convert, names::SiteName, store};

pub(super) async fn get_site(
    s: &Identity,
    request: Request<GetSiteRequest>,
) -> Result<Response<Site>, Error> {
    let who = Caller::of(&request)?;
    let name: SiteName = who.parse("name", &request.get_ref().name)?;
    let site = store::site::load(s.db.read(), &name.organization, &name.site).await?;
    let site = site.ok_or_else(|| Error::not_found(&name))?;
    Ok(Response::new(convert::site(&name.organization, &site)))
}
