//! `ArchiveReward`: no longer offered; what was chosen stays.

use kit::{auth::Caller, error::Error};
use proto::incentives::v1::{ArchiveRewardRequest, Reward};
use tonic::{Request, Response};

use crate::{Incentives, api::convert::reward as convert, names::RewardName, store};

pub(super) async fn archive_reward(
    s: &Incentives,
    request: Request<ArchiveRewardRequest>,
) -> Result<Response<Reward>, Error> {
    let who = Caller::of(&request)?;
    let name: RewardName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let reward = store::reward::load(&*tx, o, &name.reward).await?;
    let mut reward = reward.ok_or_else(|| Error::not_found(&name))?;
    if !reward.archived {
        reward.archived = true;
        reward.revision += 1;
        store::reward::save(&*tx, o, &reward).await?;
    }
    tx.commit().await?;

    Ok(Response::new(convert::write(o, &reward)))
}
