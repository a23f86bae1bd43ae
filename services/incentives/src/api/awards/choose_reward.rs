//! `ChooseReward`: a vote; with more than half of all votes the choice is made.

use std::collections::BTreeMap;

use kit::{auth::Caller, contract::reference, error::Error, violation::Rule};
use proto::incentives::v1::{Award as Reply, ChooseRewardRequest};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    api::scope::{team_names, voters},
    domain::award::{self, Award, Redeemed, Redemption},
    error::{Reason, Refuse},
    events::published,
    names::{AwardName, RewardName},
    store,
};

pub(super) async fn choose_reward(
    s: &Incentives,
    request: Request<ChooseRewardRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: AwardName = who.parse("name", &request.name)?;
    let (o, person) = (&name.organization, who.person()?);
    let mut violations = who.violations();
    let reward: Option<RewardName> = reference(&mut violations, "reward", o, &request.reward);

    let tx = s.db.begin().await?;
    let award = store::award::load(&*tx, o, &name.award).await?;
    let mut award = award.ok_or_else(|| Error::not_found(&name))?;
    let voters = voters(s, &*tx, o, &award.challenge).await?;
    if !voters.contains(person) {
        return Err(Error::not_found(&name));
    }
    let reward = reward.map(|n| n.reward).filter(|r| award.options.contains(r));
    if reward.is_none() && violations.is_empty() {
        violations.add("reward", &request.reward, Rule::NotFound);
    }
    violations.check()?;
    let mut voices = store::award::voices(&*tx, o, &award.id).await?;
    let mut voice = voices.remove(person).unwrap_or_default();
    if voice.choice != reward {
        award.must_be_open()?;
        voice.choice.clone_from(&reward);
        store::award::say(&*tx, o, &award.id, person, &voice).await?;
    }
    voices.insert(person.to_owned(), voice);
    let choices: BTreeMap<String, String> =
        voices.into_iter().filter_map(|(person, v)| Some((person, v.choice?))).collect();
    if award.state == award::State::Open
        && let Some(chosen) = award::majority(&choices, &voters)
    {
        decide(s, &tx, o, &mut award, chosen).await?;
    }
    let reply = view::award(s, &*tx, o, &who, &award).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// The choice is made: HR is asked.
async fn decide(
    s: &Incentives,
    tx: &kit::db::Tx,
    o: &str,
    award: &mut Award,
    chosen: String,
) -> Result<(), Error> {
    let reward = store::reward::load(&**tx, o, &chosen).await?;
    let reward = reward.ok_or_else(|| Error::internal("an option has a reward that is not there"))?;
    let today = s.today(&**tx, o).await?;
    let price = store::rate::all(&**tx, o).await?.convert(reward.price, award.prize.currency, today);
    match price {
        None => return Err(Reason::RateMissing.refuse("there is no rate for today")),
        Some(price) if price.money.minor > award.prize.minor => {
            return Err(Reason::RewardAbovePrize.refuse("the reward costs more than the prize by now"));
        }
        Some(_) => {}
    }
    let redemption = Redemption {
        id: s.ids.next(),
        award: award.id.clone(),
        reward: chosen.clone(),
        reward_title: reward.title,
        cost: reward.price,
        budget: award.budget.clone(),
        paid: None,
        state: Redeemed::Requested,
        reject_reason: String::new(),
        voucher_hash: None,
        request_time: s.clock.now(),
        decide_time: None,
        use_time: None,
        revision: 1,
    };
    award.decide(chosen, redemption.id.clone());
    store::award::save(&**tx, o, award).await?;
    store::redemption::save(&**tx, o, &redemption).await?;
    let names = team_names(&**tx, o, &award.teams).await?;
    s.outbox.add(tx, o, &published::award_decided(o, award, &redemption)).await?;
    s.outbox.add(tx, o, &published::redemption_requested(o, &redemption, names)).await?;
    Ok(())
}
