//! `ApproveRedemption`: takes the cost from the budget at today's rate. Of two at once one has an effect.

use kit::{auth::Caller, contract::etag_matches, error::Error};
use proto::incentives::v1::{ApproveRedemptionRequest, Redemption as Reply};
use tonic::{Request, Response};

use super::{get_redemption::load, show_voucher, view};
use crate::{
    Incentives,
    api::budgets,
    domain::{
        award::{Award, Redeemed, Redemption, State},
        rate::Converted,
        voucher,
    },
    error::{Reason, Refuse},
    events::published,
    names::RedemptionName,
    store::{self, ConnectionTrait},
};

pub(super) async fn approve_redemption(
    s: &Incentives,
    request: Request<ApproveRedemptionRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: RedemptionName = who.parse("name", &request.name)?;
    let (o, now, approver) = (&name.organization, s.clock.now(), who.person()?);

    let tx = s.db.begin().await?;
    let (mut redemption, mut award) = load(&*tx, &name).await?;
    not_ones_own(&*tx, o, &award, approver).await?;
    if redemption.state != Redeemed::Requested {
        return Err(Reason::RedemptionDecided.refuse("the redemption is decided"));
    }
    if !etag_matches(&request.etag, redemption.revision) {
        return Err(Error::changed(&name));
    }
    let paid = price(s, &*tx, o, &award, &redemption).await?;
    let hash = voucher::canonical(&show_voucher::code(s, o, &redemption.id))
        .map(|code| voucher::hash(&code))
        .ok_or_else(|| Error::internal("a voucher that cannot be read"))?;
    store::budget::take(&*tx, o, &redemption.budget, &redemption.id, (&paid.money, &paid.rate), now).await?;
    redemption.approve((paid.money, paid.rate), hash, now)?;
    award.state = State::Approved;
    store::redemption::save(&*tx, o, &redemption).await?;
    store::redemption::decided(&*tx, o, &redemption.id, approver, true, now).await?;
    store::award::save(&*tx, o, &award).await?;
    s.outbox.add(&tx, o, &published::redemption_decided(o, &award, &redemption, true)).await?;
    let reply = view::redemption(&*tx, o, &redemption).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// What is taken from the budget, if it holds that besides all other promises.
async fn price<C: ConnectionTrait>(
    s: &Incentives,
    db: &C,
    o: &str,
    award: &Award,
    redemption: &Redemption,
) -> Result<Converted, Error> {
    let budget = store::budget::load(db, o, &redemption.budget).await?;
    let budget = budget.ok_or_else(|| Error::internal("an award has a budget that is not there"))?;
    let today = s.today(db, o).await?;
    let (load, rates) = budgets::load_of(db, o, &budget, today, &award.id).await?;
    let missing = || Reason::RateMissing.refuse("there is no rate for today");
    let paid = rates.convert(redemption.cost, budget.amount.currency, today).ok_or_else(missing)?;
    budget.take(load.ok_or_else(missing)?, paid.money.minor, today)?;
    Ok(paid)
}

/// Nobody decides about the reward of a team of one's own.
pub(super) async fn not_ones_own<C: ConnectionTrait>(
    db: &C,
    o: &str,
    award: &Award,
    person: &str,
) -> Result<(), Error> {
    if store::roster::everybody(db, o, &award.challenge).await?.contains(person) {
        return Err(Reason::OwnTeam.refuse("the approver is a member of the team"));
    }
    Ok(())
}
