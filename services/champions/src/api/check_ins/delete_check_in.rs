//! `DeleteCheckIn`: a slip of the finger. A visit that was made with it is open again.

use kit::{auth::Caller, error::Error};
use proto::champions::v1::{DeleteCheckInRequest, DeleteCheckInResponse};
use tonic::{Request, Response};

use crate::{
    Champions,
    error::{Reason, Refuse},
    names::CheckInName,
    store,
};

pub(super) async fn delete_check_in(
    s: &Champions,
    request: Request<DeleteCheckInRequest>,
) -> Result<Response<DeleteCheckInResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: CheckInName = who.parse("name", &request.get_ref().name)?;
    let (o, me) = (&name.organization, who.person()?);

    let tx = s.db.begin().await?;
    let check_in = store::check_in::load(&tx, o, &name.check_in).await?.filter(|c| c.person == me);
    let check_in = check_in.ok_or_else(|| Error::not_found(&name))?;
    if !check_in.is_fresh(s.clock.now()) {
        return Err(Reason::CheckInSettled.refuse("the check-in is too old to be taken back"));
    }
    if let Some(visit) = &check_in.visit
        && let Some(mut visit) = store::visit::load(&tx, o, visit).await?
    {
        visit.made = false;
        visit.make_time = None;
        store::visit::save(&tx, o, &visit).await?;
    }
    store::check_in::delete(&tx, o, &check_in.id).await?;
    tx.commit().await?;

    Ok(Response::new(DeleteCheckInResponse {}))
}
