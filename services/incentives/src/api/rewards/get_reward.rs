//! `GetReward`.

use kit::{auth::Caller, error::Error};
use proto::incentives::v1::{GetRewardRequest, Reward};
use tonic::{Request, Response};

use crate::{Incentives, api::convert::reward as convert, names::RewardName, store};

pub(super) async fn get_reward(
    s: &Incentives,
    request: Request<GetRewardRequest>,
) -> Result<Response<Reward>, Error> {
    let who = Caller::of(&request)?;
    let name: RewardName = who.parse("name", &request.get_ref().name)?;

    let reward = store::reward::load(s.db.read(), &name.organization, &name.reward).await?;
    let reward = reward.ok_or_else(|| Error::not_found(&name))?;

    Ok(Response::new(convert::write(&name.organization, &reward)))
}
