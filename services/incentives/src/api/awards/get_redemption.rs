//! `GetRedemption`.

use kit::{auth::Caller, error::Error};
use proto::incentives::v1::{GetRedemptionRequest, Redemption as Reply};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    api::scope::Sight,
    domain::award::{Award, Redemption},
    names::RedemptionName,
    store::{self, ConnectionTrait},
};

pub(super) async fn get_redemption(
    s: &Incentives,
    request: Request<GetRedemptionRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let name: RedemptionName = who.parse("name", &request.get_ref().name)?;
    let (db, o) = (s.db.read(), &name.organization);

    let (redemption, award) = load(db, &name).await?;
    if !Sight::of_awards(s, &who).await?.has(&award.challenge) {
        return Err(Error::not_found(&name));
    }

    Ok(Response::new(view::redemption(db, o, &redemption).await?))
}

/// A redemption with its award.
pub(super) async fn load<C: ConnectionTrait>(
    db: &C,
    name: &RedemptionName,
) -> Result<(Redemption, Award), Error> {
    let o = &name.organization;
    let redemption = store::redemption::load(db, o, &name.redemption).await?;
    let redemption = redemption.ok_or_else(|| Error::not_found(name))?;
    let award = store::award::load(db, o, &redemption.award).await?;
    let award = award.ok_or_else(|| Error::internal("a redemption has an award that is not there"))?;
    Ok((redemption, award))
}
