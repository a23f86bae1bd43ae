//! `CompleteFollowUp`: the champion looked again.

use kit::{auth::Caller, error::Error};
use proto::champions::v1::{CheckIn, CompleteFollowUpRequest};
use tonic::{Request, Response};

use super::view;
use crate::{
    Champions,
    error::{Reason, Refuse},
    names::CheckInName,
    store,
};

pub(super) async fn complete_follow_up(
    s: &Champions,
    request: Request<CompleteFollowUpRequest>,
) -> Result<Response<CheckIn>, Error> {
    let who = Caller::of(&request)?;
    let name: CheckInName = who.parse("name", &request.get_ref().name)?;
    let (o, me) = (&name.organization, who.person()?);

    let tx = s.db.begin().await?;
    let check_in = store::check_in::load(&tx, o, &name.check_in).await?.filter(|c| c.person == me);
    let mut check_in = check_in.ok_or_else(|| Error::not_found(&name))?;
    if check_in.follow_up_day.is_none() {
        return Err(Reason::NoFollowUp.refuse("the check-in has no follow-up"));
    }
    let names = store::people::team_names(&tx, o, store::people::ids([&check_in.team])).await?;
    if check_in.follow_up_time.is_none() {
        check_in.follow_up_time = Some(s.clock.now());
        store::check_in::save(&tx, o, &check_in).await?;
        tx.commit().await?;
    }

    Ok(Response::new(view::own(o, &check_in, &names)))
}
