//! `GetSettings`: how the organization wants to be told.

use kit::{auth::Caller, error::Error, name::OrganizationName};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::parse;
use crate::{Adoption, store};

pub(super) async fn get_settings(
    s: &Adoption,
    request: Request<pb::GetSettingsRequest>,
) -> Result<Response<pb::AdoptionSettings>, Error> {
    let who = Caller::of(&request)?;
    let of: OrganizationName = who.parse("name", parse::parent(&request.get_ref().name))?;

    let settings = store::settings::load(s.db.read(), &of.organization).await?;
    Ok(Response::new(parse::reply(&of.organization, &settings)))
}
