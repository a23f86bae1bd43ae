//! `GetChampion`: for those who look after champions, for the teams covered, and for oneself.

use kit::{
    auth::{Caller, Role},
    directory,
    error::Error,
};
use proto::champions::v1::{Champion as Reply, GetChampionRequest};
use tonic::{Request, Response};

use super::view;
use crate::{
    Champions,
    domain::champion::Champion,
    names::ChampionName,
    store::{self, ConnectionTrait},
};

pub(super) async fn get_champion(
    s: &Champions,
    request: Request<GetChampionRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let name: ChampionName = who.parse("name", &request.get_ref().name)?;
    let (db, o) = (s.db.read(), &name.organization);

    let champion = store::champion::load(db, o, &name.champion).await?;
    let champion = champion.ok_or_else(|| Error::not_found(&name))?;
    let looks_after = who.has_any(&[Role::Admin, Role::Hr, Role::Sponsor]);
    if !looks_after && champion.person != who.person()? && !is_helped(s, db, &who, o, &champion).await? {
        return Err(Error::not_found(&name));
    }

    Ok(Response::new(view::one(db, o, &champion).await?))
}

/// Whether a champion covers the caller's team, or answered a request of the caller.
pub(super) async fn is_helped<C: ConnectionTrait>(
    s: &Champions,
    db: &C,
    who: &Caller,
    o: &str,
    champion: &Champion,
) -> Result<bool, Error> {
    let me = who.person()?;
    if store::help::has_answered(db, o, &champion.person, me).await? {
        return Ok(true);
    }
    let person = directory::person(db, o, me).await?;
    match person.as_ref().and_then(|p| p.membership_on(s.today())) {
        Some(membership) => store::people::covers(db, o, &champion.person, &membership.team).await,
        None => Ok(false),
    }
}
