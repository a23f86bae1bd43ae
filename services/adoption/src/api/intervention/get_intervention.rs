//! `GetIntervention`: one intervention with its steps.

use kit::{auth::Caller, directory, error::Error};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::reply;
use crate::{Adoption, api::scope::Scope, names::InterventionName, store};

pub(super) async fn get_intervention(
    s: &Adoption,
    request: Request<pb::GetInterventionRequest>,
) -> Result<Response<pb::Intervention>, Error> {
    let who = Caller::of(&request)?;
    let name: InterventionName = who.parse("name", &request.get_ref().name)?;

    let (db, organization) = (s.db.read(), name.organization.as_str());
    let tree = directory::teams(db, organization).await?;
    let not_found = || Error::not_found(&name);
    let intervention =
        store::intervention::load(db, organization, &name.intervention).await?.ok_or_else(not_found)?;
    let flag = store::flag::load(db, organization, &intervention.flag).await?;
    let flag = flag.filter(|f| Scope::seeing(&who, &tree).has_flag(f)).ok_or_else(not_found)?;
    Ok(Response::new(reply::whole(db, organization, &tree, &flag, &intervention).await?))
}
