//! `GetFlag`: one flag with its facts and history.

use kit::{auth::Caller, directory, error::Error};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::reply;
use crate::{Adoption, api::scope::Scope, names::FlagName, store};

pub(super) async fn get_flag(
    s: &Adoption,
    request: Request<pb::GetFlagRequest>,
) -> Result<Response<pb::Flag>, Error> {
    let who = Caller::of(&request)?;
    let name: FlagName = who.parse("name", &request.get_ref().name)?;

    let db = s.db.read();
    let tree = directory::teams(db, &name.organization).await?;
    let flag = store::flag::load(db, &name.organization, &name.flag).await?;
    let flag =
        flag.filter(|f| Scope::seeing(&who, &tree).has_flag(f)).ok_or_else(|| Error::not_found(&name))?;
    Ok(Response::new(reply::whole(db, &name.organization, &tree, &flag).await?))
}
