//! Rewards.

use kit::{
    contract::{Wanted, etag, localized, text_of},
    localize::Text,
    violation::Violations,
};
use proto::incentives::v1 as pb;

use super::{choice, money, read_money, title};
use crate::{
    domain::{
        money::Money,
        reward::{Kind, Reward},
    },
    names::RewardName,
};

/// The fields that HR writes.
pub(crate) const FIELDS: &[&str] = &["title", "description", "kind", "price"];

/// What HR writes of a reward; a field that is not written, or is wrong, is `None`.
#[derive(Debug, Default)]
pub(crate) struct Edit {
    pub(crate) title: Option<Text>,
    pub(crate) description: Option<Text>,
    pub(crate) kind: Option<Kind>,
    pub(crate) price: Option<Money>,
}

/// Reads the named fields.
pub(crate) fn edit(violations: &mut Violations, given: &pb::Reward, fields: &[&str]) -> Edit {
    let mut edit = Edit::default();
    if fields.contains(&"title") {
        edit.title = Some(title(violations, "reward.title", given.title.as_ref(), Wanted::Required, 120));
    }
    if fields.contains(&"description") {
        let field = "reward.description";
        edit.description =
            Some(text_of(violations, field, given.description.as_ref(), Wanted::Optional, 2_000));
    }
    if fields.contains(&"kind") {
        let name = pb::RewardKind::try_from(given.kind).ok().map(|k| k.as_str_name());
        edit.kind = choice(violations, "reward.kind", name, "REWARD_KIND_", &Kind::ALL);
    }
    if fields.contains(&"price") {
        edit.price = read_money(violations, "reward.price", given.price.as_ref(), 0);
    }
    edit
}

/// A reward of the contract.
pub(crate) fn write(organization: &str, reward: &Reward) -> pb::Reward {
    let kind = format!("REWARD_KIND_{}", reward.kind.code());
    let state = if reward.archived { pb::RewardState::Archived } else { pb::RewardState::Active };
    pb::Reward {
        name: RewardName::new(organization, &reward.id).to_string(),
        title: localized(&reward.title),
        description: localized(&reward.description),
        kind: pb::RewardKind::from_str_name(&kind).unwrap_or_default().into(),
        price: Some(money(reward.price)),
        state: state.into(),
        etag: etag(reward.revision),
    }
}
