//! `ShowVoucher`: the code, made again from the server's key; the database has its hash.

use kit::{auth::Caller, error::Error};
use proto::incentives::v1::{ShowVoucherRequest, Voucher};
use tonic::{Request, Response};

use super::get_redemption::load;
use crate::{
    Incentives,
    domain::{award::Redeemed, voucher},
    error::{Reason, Refuse},
    names::RedemptionName,
    store,
};

pub(super) async fn show_voucher(
    s: &Incentives,
    request: Request<ShowVoucherRequest>,
) -> Result<Response<Voucher>, Error> {
    let who = Caller::of(&request)?;
    let name: RedemptionName = who.parse("name", &request.get_ref().name)?;
    let (db, o) = (s.db.read(), &name.organization);

    let (redemption, award) = load(db, &name).await?;
    if !store::roster::everybody(db, o, &award.challenge).await?.contains(who.person()?) {
        return Err(Error::not_found(&name));
    }
    match redemption.state {
        Redeemed::Approved => {}
        Redeemed::Used => return Err(Reason::VoucherUsed.refuse("the voucher is used")),
        Redeemed::Requested | Redeemed::Rejected => {
            return Err(Reason::RedemptionNotApproved.refuse("the redemption is not approved"));
        }
    }

    Ok(Response::new(Voucher { redemption: name.to_string(), code: code(s, o, &redemption.id) }))
}

/// The code of a redemption.
pub(super) fn code(s: &Incentives, organization: &str, redemption: &str) -> String {
    voucher::code(&s.keys.derive("incentives voucher", &format!("{organization}/{redemption}")))
}
