//! `RejectRedemption`: with a reason; the team chooses again.

use kit::{auth::Caller, contract::etag_matches, error::Error, text};
use proto::incentives::v1::{Redemption, RejectRedemptionRequest};
use tonic::{Request, Response};

use super::{approve_redemption::not_ones_own, get_redemption::load, view};
use crate::{
    Incentives,
    domain::award::Redeemed,
    error::{Reason, Refuse},
    events::published,
    names::RedemptionName,
    store,
};

pub(super) async fn reject_redemption(
    s: &Incentives,
    request: Request<RejectRedemptionRequest>,
) -> Result<Response<Redemption>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: RedemptionName = who.parse("name", &request.name)?;
    let (o, now, approver) = (&name.organization, s.clock.now(), who.person()?);
    let mut violations = who.violations();
    let reason = text::clean(&request.reason);
    violations.length("reason", &reason, 1..=500);
    violations.check()?;

    let tx = s.db.begin().await?;
    let (mut redemption, mut award) = load(&*tx, &name).await?;
    not_ones_own(&*tx, o, &award, approver).await?;
    if redemption.state != Redeemed::Requested {
        return Err(Reason::RedemptionDecided.refuse("the redemption is decided"));
    }
    if !etag_matches(&request.etag, redemption.revision) {
        return Err(Error::changed(&name));
    }
    redemption.reject(reason.clone(), now)?;
    award.reopen(reason);
    store::redemption::save(&*tx, o, &redemption).await?;
    store::redemption::decided(&*tx, o, &redemption.id, approver, false, now).await?;
    store::award::save(&*tx, o, &award).await?;
    store::award::clear_choices(&*tx, o, &award.id).await?;
    s.outbox.add(&tx, o, &published::redemption_decided(o, &award, &redemption, false)).await?;
    let reply = view::redemption(&*tx, o, &redemption).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
