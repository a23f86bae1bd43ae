//! `CreateExchangeRate`: what was paid with a rate stays explicable, so that none is ever overwritten.

use kit::{auth::Caller, error::Error, name::OrganizationName, request_id::RequestId};
use proto::incentives::v1::{CreateExchangeRateRequest, ExchangeRate};
use tonic::{Request, Response};

use crate::{Incentives, api::convert::budget as convert, store};

pub(super) async fn create_exchange_rate(
    s: &Incentives,
    request: Request<CreateExchangeRateRequest>,
) -> Result<Response<ExchangeRate>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let given = request.exchange_rate.clone().unwrap_or_default();
    let rate = convert::read_rate(&mut violations, s.ids.next(), &given);
    violations.check()?;
    let rate = rate.ok_or_else(|| Error::internal("a rate without a value broke no rule"))?;

    let once = RequestId::new(&o, "CreateExchangeRate", &request.request_id, &request, s.clock.now());
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    if store::rate::exists(&*tx, &o, &rate).await? {
        return Err(Error::already_exists(format!(
            "a rate of {} in {} from {}",
            rate.from, rate.to, rate.start_day
        )));
    }
    store::rate::insert(&*tx, &o, &rate).await?;
    let reply = convert::rate(&o, &rate);
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
