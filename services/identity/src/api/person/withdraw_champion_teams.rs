//! `WithdrawChampionTeams`: the role CHAMPION goes for some teams, and for the others it stays.

use kit::{
    auth::{Caller, Role},
    error::Error,
};
use proto::identity::v1::{WithdrawChampionTeamsRequest, WithdrawChampionTeamsResponse};
use tonic::{Request, Response};

use super::grant_champion_teams::{held, teams};
use crate::{Identity, names::PersonName, store};

pub(super) async fn withdraw_champion_teams(
    s: &Identity,
    request: Request<WithdrawChampionTeamsRequest>,
) -> Result<Response<WithdrawChampionTeamsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: PersonName = who.parse("name", &request.name)?;
    let mut v = who.violations();
    let gone = teams(&who, &mut v, &request.teams);
    v.check()?;

    let tx = s.db.begin().await?;
    let o = &name.organization;
    let old = store::person::load(&tx, o, &name.person).await?.ok_or_else(|| Error::not_found(&name))?;
    let mut new = old.clone();
    held(&mut new.roles).retain(|t| !gone.contains(t));
    new.roles.retain(|g| !(g.role == Role::Champion && g.teams.is_empty()));
    if new != old {
        s.put_person(&tx, o, new).await?;
        tx.commit().await?;
    }
    Ok(Response::new(WithdrawChampionTeamsResponse {}))
}
