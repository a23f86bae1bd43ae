//! `DecideNomination`: the manager consents, or declines with a reason. It is asked once.

use kit::{
    auth::{Caller, Role},
    directory,
    error::Error,
    violation::Rule,
};
use proto::champions::v1::{DecideNominationRequest, Nomination as Reply};
use tonic::{Request, Response};

use super::{get_nomination::load, view};
use crate::{
    Champions,
    api::convert,
    domain::nomination::Nomination,
    events::published,
    names::NominationName,
    store::{self, ConnectionTrait},
};

pub(super) async fn decide_nomination(
    s: &Champions,
    request: Request<DecideNominationRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: NominationName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let reason = if request.consent && !request.decline_reason.is_empty() {
        violations.add("decline_reason", &request.decline_reason, Rule::TooLong { max: 0 });
        String::new()
    } else if request.consent {
        String::new()
    } else {
        convert::words(&mut violations, "decline_reason", &request.decline_reason, 1, 1_000)
    };
    violations.check()?;

    let tx = s.db.begin().await?;
    let mut nomination = load(&tx, &who, &name).await?;
    let me = who.person()?;
    let asked = nomination.is_asked(me)
        || who.has(Role::Hr) && nomination.nominee != me && has_no_manager(s, &tx, o, &nomination).await?;
    if !asked {
        return Err(Error::Denied);
    }
    let changed = nomination.decide(request.consent, reason, s.clock.now())?;
    let reply = view::one(&tx, &who, o, &nomination).await?;
    if changed {
        store::nomination::save(&tx, o, &nomination).await?;
        s.outbox.add(&tx, o, &published::nomination_decided(&nomination, &reply)).await?;
        tx.commit().await?;
    }

    Ok(Response::new(reply))
}

/// Whether nobody manages the nominee, or whoever was asked has left since: HR decides then.
async fn has_no_manager<C: ConnectionTrait>(
    s: &Champions,
    db: &C,
    o: &str,
    nomination: &Nomination,
) -> Result<bool, Error> {
    let Some(manager) = &nomination.manager else { return Ok(true) };
    let manager = directory::person(db, o, manager).await?;
    Ok(manager.is_none_or(|p| !p.employed_on(s.today())))
}
