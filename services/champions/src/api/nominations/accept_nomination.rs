//! `AcceptNomination`: the nominee says yes, and the manager is asked.

use kit::{auth::Caller, error::Error};
use proto::champions::v1::{AcceptNominationRequest, Nomination};
use tonic::{Request, Response};

use super::{get_nomination::load, view};
use crate::{Champions, domain::nomination::State, events::published, names::NominationName, store};

pub(super) async fn accept_nomination(
    s: &Champions,
    request: Request<AcceptNominationRequest>,
) -> Result<Response<Nomination>, Error> {
    let who = Caller::of(&request)?;
    let name: NominationName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let mut nomination = load(&tx, &who, &name).await?;
    if nomination.nominee != who.person()? {
        return Err(Error::Denied);
    }
    let changed = nomination.accept(s.clock.now())?;
    let reply = view::one(&tx, &who, o, &nomination).await?;
    if changed {
        store::nomination::save(&tx, o, &nomination).await?;
        if nomination.state == State::AwaitingConsent {
            s.outbox.add(&tx, o, &published::nomination_requested(&nomination, &reply)).await?;
        } else {
            s.outbox.add(&tx, o, &published::nomination_decided(&nomination, &reply)).await?;
        }
        tx.commit().await?;
    }

    Ok(Response::new(reply))
}
