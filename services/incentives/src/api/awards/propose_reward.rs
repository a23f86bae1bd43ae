//! `ProposeReward`: a member proposes a reward of the catalogue to the others.

use kit::{auth::Caller, contract::reference, error::Error, violation::Rule};
use proto::incentives::v1::{Award, ProposeRewardRequest};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    api::scope::voters,
    domain::award::MAX_PROPOSALS,
    error::{Reason, Refuse},
    names::{AwardName, RewardName},
    store,
};

pub(super) async fn propose_reward(
    s: &Incentives,
    request: Request<ProposeRewardRequest>,
) -> Result<Response<Award>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: AwardName = who.parse("name", &request.name)?;
    let (o, person) = (&name.organization, who.person()?);
    let mut violations = who.violations();
    let reward: Option<RewardName> = reference(&mut violations, "reward", o, &request.reward);

    let tx = s.db.begin().await?;
    let award = store::award::load(&*tx, o, &name.award).await?.ok_or_else(|| Error::not_found(&name))?;
    if !voters(s, &*tx, o, &award.challenge).await?.contains(person) {
        return Err(Error::not_found(&name));
    }
    let reward = match reward {
        Some(name) => store::reward::load(&*tx, o, &name.reward).await?,
        None => None,
    };
    if reward.is_none() && violations.is_empty() {
        violations.add("reward", &request.reward, Rule::NotFound);
    }
    violations.check()?;
    let reward = reward.ok_or_else(|| Error::internal("a reward that is missing broke no rule"))?;
    award.must_be_open()?;
    if !award.options.contains(&reward.id) {
        if reward.archived {
            return Err(Reason::RewardArchived.refuse("the reward is archived"));
        }
        let rates = store::rate::all(&*tx, o).await?;
        let today = s.today(&*tx, o).await?;
        let price = rates
            .convert(reward.price, award.prize.currency, today)
            .ok_or_else(|| Reason::RateMissing.refuse("there is no rate for today"))?;
        if price.money.minor > award.prize.minor {
            return Err(Reason::RewardAbovePrize.refuse("the reward costs more than the prize"));
        }
        let mut voice = store::award::voices(&*tx, o, &award.id).await?.remove(person).unwrap_or_default();
        if voice.proposals >= MAX_PROPOSALS {
            return Err(Reason::TooManyProposals.refuse("so many proposals of one member"));
        }
        voice.proposals += 1;
        store::award::say(&*tx, o, &award.id, person, &voice).await?;
        store::award::propose(&*tx, o, &award, &reward.id).await?;
    }
    let award = store::award::load(&*tx, o, &name.award).await?.ok_or_else(|| Error::not_found(&name))?;
    let reply = view::award(s, &*tx, o, &who, &award).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
