//! `UseVoucher`: once.

use kit::{auth::Caller, error::Error, name::OrganizationName, violation::Rule};
use proto::incentives::v1::{Redemption, UseVoucherRequest};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    domain::{award::State, voucher},
    store,
};

pub(super) async fn use_voucher(
    s: &Incentives,
    request: Request<UseVoucherRequest>,
) -> Result<Response<Redemption>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let code = voucher::canonical(&request.code);
    if code.is_none() {
        let expected = Rule::Malformed { expected: "7K4M-Q2XD-9RTB-VW3H".into() };
        violations.add("code", "", if request.code.trim().is_empty() { Rule::Required } else { expected });
    }
    violations.check()?;
    let hash = voucher::hash(&code.unwrap_or_default());

    let tx = s.db.begin().await?;
    let found = store::redemption::by_voucher(&*tx, &o, &hash).await?;
    let mut redemption = found.ok_or_else(|| Error::not_found("a voucher with this code"))?;
    redemption.use_voucher(s.clock.now())?;
    store::redemption::save(&*tx, &o, &redemption).await?;
    if let Some(mut award) = store::award::load(&*tx, &o, &redemption.award).await? {
        award.state = State::Used;
        store::award::save(&*tx, &o, &award).await?;
    }
    let reply = view::redemption(&*tx, &o, &redemption).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
