//! Awards and redemptions.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kit::{
    contract::{etag, instant, len, localized},
    localize::Text,
};
use proto::incentives::v1 as pb;

use super::money;
use crate::{
    domain::{
        award::{self, Award, Redemption},
        reward::Reward,
    },
    names::{AwardName, BudgetName, ChallengeName, RedemptionName, RewardName, TeamName},
};

/// What is said beside an award.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) challenge_title: Text,
    pub(crate) team_names: Vec<String>,
    pub(crate) rewards: HashMap<String, Reward>,
    /// Who has a vote.
    pub(crate) voters: BTreeSet<String>,
    /// What they chose, by person.
    pub(crate) choices: BTreeMap<String, String>,
}

fn teams(organization: &str, teams: &[String]) -> Vec<String> {
    teams.iter().map(|t| TeamName::new(organization, t).to_string()).collect()
}

/// An award of the contract, as a reader sees it.
pub(crate) fn write(organization: &str, award: &Award, words: &Words, reader: &str) -> pb::Award {
    let votes = award::tally(&words.choices, &words.voters);
    let mine = words.choices.get(reader);
    let options = award.options.iter().filter_map(|id| {
        let reward = words.rewards.get(id)?;
        Some(pb::AwardOption {
            reward: RewardName::new(organization, id).to_string(),
            reward_title: localized(&reward.title),
            price: Some(money(reward.price)),
            votes: len(votes.get(id.as_str()).copied().unwrap_or(0)),
            mine: mine == Some(id),
        })
    });
    let state = format!("AWARD_STATE_{}", award.state.code());
    let name_of = |id: &Option<String>, name: fn(&str, &str) -> String| {
        id.as_ref().map(|id| name(organization, id)).unwrap_or_default()
    };
    pb::Award {
        name: AwardName::new(organization, &award.id).to_string(),
        challenge: ChallengeName::new(organization, &award.challenge).to_string(),
        challenge_title: localized(&words.challenge_title),
        teams: teams(organization, &award.teams),
        team_display_names: words.team_names.clone(),
        prize: Some(money(award.prize)),
        state: pb::AwardState::from_str_name(&state).unwrap_or_default().into(),
        options: options.collect(),
        voter_count: len(words.voters.len()),
        votes_needed: len(award::votes_needed(words.voters.len())),
        reward: name_of(&award.reward, |o, id| RewardName::new(o, id).to_string()),
        redemption: name_of(&award.redemption, |o, id| RedemptionName::new(o, id).to_string()),
        reject_reason: award.reject_reason.clone(),
        create_time: instant(award.create_time),
        // Also once it is decided: these are the people who may show the voucher.
        can_vote: words.voters.contains(reader),
    }
}

/// A redemption of the contract.
pub(crate) fn redemption(
    organization: &str,
    redemption: &Redemption,
    award: &Award,
    team_names: Vec<String>,
) -> pb::Redemption {
    let state = format!("REDEMPTION_STATE_{}", redemption.state.code());
    pb::Redemption {
        name: RedemptionName::new(organization, &redemption.id).to_string(),
        award: AwardName::new(organization, &redemption.award).to_string(),
        teams: teams(organization, &award.teams),
        team_display_names: team_names,
        reward: RewardName::new(organization, &redemption.reward).to_string(),
        reward_title: localized(&redemption.reward_title),
        cost: Some(money(redemption.cost)),
        budget: BudgetName::new(organization, &redemption.budget).to_string(),
        budget_cost: redemption.paid.as_ref().map(|(paid, _)| money(*paid)),
        rate: redemption.paid.as_ref().map(|(_, rate)| rate.clone()).unwrap_or_default(),
        state: pb::RedemptionState::from_str_name(&state).unwrap_or_default().into(),
        reject_reason: redemption.reject_reason.clone(),
        request_time: instant(redemption.request_time),
        decide_time: instant(redemption.decide_time),
        use_time: instant(redemption.use_time),
        etag: etag(redemption.revision),
    }
}
