//! `HideThanks`: off the wall, with a reason that the giver sees.

use kit::{auth::Caller, error::Error, text};
use proto::incentives::v1::{HideThanksRequest, Recognition};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    domain::recognition::State,
    error::{Reason, Refuse},
    names::RecognitionName,
    store,
};

pub(super) async fn hide_thanks(
    s: &Incentives,
    request: Request<HideThanksRequest>,
) -> Result<Response<Recognition>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: RecognitionName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let reason = text::clean(&request.reason);
    violations.length("reason", &reason, 1..=500);
    violations.check()?;

    let tx = s.db.begin().await?;
    let found = store::recognition::load(&*tx, o, &name.recognition).await?;
    let mut one = found.ok_or_else(|| Error::not_found(&name))?;
    if one.state != State::Shown {
        return Err(Reason::ThanksHidden.refuse("the thanks are not on the wall"));
    }
    one.state = State::Hidden;
    one.hide_reason = reason;
    store::recognition::save(&*tx, o, &one).await?;
    let reply = view::one(&*tx, o, &who, &one).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
