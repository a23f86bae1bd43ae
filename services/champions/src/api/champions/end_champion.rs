//! `EndChampion`: the term ends today, and what it was granted is withdrawn.

use kit::{
    auth::{Caller, Role},
    error::Error,
};
use proto::champions::v1::{Champion, EndChampionRequest};
use tonic::{Request, Response};

use super::view;
use crate::{
    Champions, coverage, domain::champion::EndReason, events::published, names::ChampionName, store,
};

pub(super) async fn end_champion(
    s: &Champions,
    request: Request<EndChampionRequest>,
) -> Result<Response<Champion>, Error> {
    let who = Caller::of(&request)?;
    let name: ChampionName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let champion = store::champion::load(&tx, o, &name.champion).await?;
    let own = |c: &crate::domain::champion::Champion| who.person().is_ok_and(|me| me == c.person);
    let champion = champion.filter(|c| who.has(Role::Hr) || own(c));
    let mut champion = champion.ok_or_else(|| Error::not_found(&name))?;
    let reason = if own(&champion) { EndReason::SteppedDown } else { EndReason::ByHr };
    let changed = champion.end(reason, s.today());
    let reply = view::one(&tx, o, &champion).await?;
    if changed {
        store::champion::save(&tx, o, &champion).await?;
        coverage::recount_person(&tx, o, &champion.person).await?;
        s.outbox.add(&tx, o, &published::champion_term_ended(&reply)).await?;
        tx.commit().await?;
    }

    Ok(Response::new(reply))
}
