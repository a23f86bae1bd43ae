//! `UpdateReward`: what was approved keeps its price.

use kit::{auth::Caller, contract::etag_matches, error::Error, mask::Mask};
use proto::incentives::v1::{Reward, UpdateRewardRequest};
use tonic::{Request, Response};

use crate::{
    Incentives,
    api::convert::reward as convert,
    error::{Reason, Refuse},
    names::RewardName,
    store,
};

pub(super) async fn update_reward(
    s: &Incentives,
    request: Request<UpdateRewardRequest>,
) -> Result<Response<Reward>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.reward.unwrap_or_default();
    let name: RewardName = who.parse("reward.name", &given.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), convert::FIELDS);

    let tx = s.db.begin().await?;
    let reward = store::reward::load(&*tx, o, &name.reward).await?;
    let mut reward = reward.ok_or_else(|| Error::not_found(&name))?;
    let edit = convert::edit(&mut violations, &given, mask.fields());
    violations.check()?;
    if !etag_matches(&given.etag, reward.revision) {
        return Err(Error::changed(&name));
    }
    if reward.archived {
        return Err(Reason::RewardArchived.refuse("the reward is archived"));
    }
    reward.title = edit.title.unwrap_or(reward.title);
    reward.description = edit.description.unwrap_or(reward.description);
    reward.kind = edit.kind.unwrap_or(reward.kind);
    reward.price = edit.price.unwrap_or(reward.price);
    reward.revision += 1;
    store::reward::save(&*tx, o, &reward).await?;
    tx.commit().await?;

    Ok(Response::new(convert::write(o, &reward)))
}
