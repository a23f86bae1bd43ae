//! `WithdrawNomination`: the nominee says no, or whoever nominated takes it back.

use kit::{
    auth::{Caller, Role},
    error::Error,
};
use proto::champions::v1::{Nomination, WithdrawNominationRequest};
use tonic::{Request, Response};

use super::{get_nomination::load, view};
use crate::{Champions, names::NominationName, store};

pub(super) async fn withdraw_nomination(
    s: &Champions,
    request: Request<WithdrawNominationRequest>,
) -> Result<Response<Nomination>, Error> {
    let who = Caller::of(&request)?;
    let name: NominationName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let mut nomination = load(&tx, &who, &name).await?;
    let me = who.person()?;
    if nomination.nominee != me && nomination.nominator != me && !who.has(Role::Hr) {
        return Err(Error::Denied);
    }
    let changed = nomination.withdraw(s.clock.now())?;
    let reply = view::one(&tx, &who, o, &nomination).await?;
    if changed {
        store::nomination::save(&tx, o, &nomination).await?;
        tx.commit().await?;
    }

    Ok(Response::new(reply))
}
