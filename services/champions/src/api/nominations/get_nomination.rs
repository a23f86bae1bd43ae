//! `GetNomination`: for whom it concerns, and HR.

use kit::{
    auth::{Caller, Role},
    error::Error,
};
use proto::champions::v1::{GetNominationRequest, Nomination as Reply};
use tonic::{Request, Response};

use super::view;
use crate::{
    Champions,
    domain::nomination::Nomination,
    names::NominationName,
    store::{self, ConnectionTrait},
};

pub(super) async fn get_nomination(
    s: &Champions,
    request: Request<GetNominationRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let name: NominationName = who.parse("name", &request.get_ref().name)?;
    let (db, o) = (s.db.read(), &name.organization);

    let nomination = load(db, &who, &name).await?;
    let mut reply = view::one(db, &who, o, &nomination).await?;
    let programme = store::programme::load(db, o, &nomination.programme).await?;
    if let Some(curriculum) = programme.and_then(|p| p.curriculum) {
        reply.training = view::training(s, o, &curriculum, &nomination.nominee).await.ok();
    }

    Ok(Response::new(reply))
}

/// A nomination that the caller may know of.
pub(super) async fn load<C: ConnectionTrait>(
    db: &C,
    who: &Caller,
    name: &NominationName,
) -> Result<Nomination, Error> {
    let nomination = store::nomination::load(db, &name.organization, &name.nomination).await?;
    let me = who.person()?;
    nomination.filter(|n| n.concerns(me) || who.has(Role::Hr)).ok_or_else(|| Error::not_found(name))
}
