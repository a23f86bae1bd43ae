//! A prize, and how the members of the teams choose together what they get for it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use kit::{error::Error, localize::Text};

use super::money::Money;
use crate::error::{Reason, Refuse};

/// So many rewards one member may propose for one award.
pub const MAX_PROPOSALS: u32 = 3;

/// How far an award is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The members choose.
    Open,
    /// A majority has chosen.
    Decided,
    /// Approved.
    Approved,
    /// The voucher is used.
    Used,
}

impl State {
    /// All, with the names under which they are kept.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Open, "OPEN"),
        (Self::Decided, "DECIDED"),
        (Self::Approved, "APPROVED"),
        (Self::Used, "USED"),
    ];

    /// The name.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(s, _)| *s == self).map_or("", |(_, code)| code)
    }

    /// The state with this name.
    pub fn of(code: &str) -> Self {
        Self::ALL.iter().find(|(_, c)| *c == code).map_or(Self::Open, |(s, _)| *s)
    }
}

/// A prize that was given to teams together. No person is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Award {
    /// The id.
    pub id: String,
    /// The challenge.
    pub challenge: String,
    /// The teams that share it.
    pub teams: Vec<String>,
    /// What it is worth.
    pub prize: Money,
    /// What it is paid from.
    pub budget: String,
    /// How far it is.
    pub state: State,
    /// The rewards that were proposed, in order.
    pub options: Vec<String>,
    /// The chosen reward.
    pub reward: Option<String>,
    /// Its redemption.
    pub redemption: Option<String>,
    /// Why the last choice was rejected.
    pub reject_reason: String,
    /// When it was given.
    pub create_time: Timestamp,
}

/// More than half of the voters.
pub fn votes_needed(voters: usize) -> usize {
    voters / 2 + 1
}

/// What the voters have chosen: how many votes each option has. Votes of whoever has none any longer do not count.
pub fn tally<'a>(
    choices: &'a BTreeMap<String, String>,
    voters: &BTreeSet<String>,
) -> BTreeMap<&'a str, usize> {
    let mut tally = BTreeMap::new();
    for (person, option) in choices {
        if voters.contains(person) {
            *tally.entry(option.as_str()).or_default() += 1;
        }
    }
    tally
}

/// The option that more than half of the voters have chosen.
pub fn majority(choices: &BTreeMap<String, String>, voters: &BTreeSet<String>) -> Option<String> {
    let needed = votes_needed(voters.len());
    tally(choices, voters)
        .into_iter()
        .find(|(_, votes)| *votes >= needed)
        .map(|(option, _)| option.to_owned())
}

impl Award {
    /// Whether members may still propose and choose.
    pub fn must_be_open(&self) -> Result<(), Error> {
        if self.state == State::Open {
            Ok(())
        } else {
            Err(Reason::AwardDecided.refuse("the members have chosen"))
        }
    }

    /// The members have chosen.
    pub fn decide(&mut self, reward: String, redemption: String) {
        self.state = State::Decided;
        self.reward = Some(reward);
        self.redemption = Some(redemption);
        self.reject_reason.clear();
    }

    /// The choice was rejected: the members choose again.
    pub fn reopen(&mut self, reason: String) {
        self.state = State::Open;
        self.reward = None;
        self.redemption = None;
        self.reject_reason = reason;
    }
}

/// How far a redemption is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Redeemed {
    /// To be approved.
    Requested,
    /// Approved and paid.
    Approved,
    /// Rejected.
    Rejected,
    /// The voucher is used.
    Used,
}

impl Redeemed {
    /// All, with the names under which they are kept.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Requested, "REQUESTED"),
        (Self::Approved, "APPROVED"),
        (Self::Rejected, "REJECTED"),
        (Self::Used, "USED"),
    ];

    /// The name.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(s, _)| *s == self).map_or("", |(_, code)| code)
    }

    /// The state with this name.
    pub fn of(code: &str) -> Self {
        Self::ALL.iter().find(|(_, c)| *c == code).map_or(Self::Requested, |(s, _)| *s)
    }
}

/// A reward on its way from the choice to its use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redemption {
    /// The id.
    pub id: String,
    /// The award.
    pub award: String,
    /// The reward.
    pub reward: String,
    /// What it is.
    pub reward_title: Text,
    /// What it cost when it was chosen.
    pub cost: Money,
    /// The budget.
    pub budget: String,
    /// What was taken from the budget, with the rate.
    pub paid: Option<(Money, String)>,
    /// How far it is.
    pub state: Redeemed,
    /// Why it was rejected.
    pub reject_reason: String,
    /// The voucher, hashed.
    pub voucher_hash: Option<String>,
    /// When the team had chosen.
    pub request_time: Timestamp,
    /// When it was approved or rejected.
    pub decide_time: Option<Timestamp>,
    /// When the voucher was used.
    pub use_time: Option<Timestamp>,
    /// Grows with every change.
    pub revision: i64,
}

impl Redemption {
    fn must_wait(&self) -> Result<(), Error> {
        match self.state {
            Redeemed::Requested => Ok(()),
            _ => Err(Reason::RedemptionDecided.refuse("the redemption is decided")),
        }
    }

    /// Approves it: what it takes from the budget, and the hash of its voucher.
    pub fn approve(
        &mut self,
        paid: (Money, String),
        voucher_hash: String,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.must_wait()?;
        self.state = Redeemed::Approved;
        self.paid = Some(paid);
        self.voucher_hash = Some(voucher_hash);
        self.decide_time = Some(now);
        self.revision += 1;
        Ok(())
    }

    /// Rejects it.
    pub fn reject(&mut self, reason: String, now: Timestamp) -> Result<(), Error> {
        self.must_wait()?;
        self.state = Redeemed::Rejected;
        self.reject_reason = reason;
        self.decide_time = Some(now);
        self.revision += 1;
        Ok(())
    }

    /// Uses the voucher.
    pub fn use_voucher(&mut self, now: Timestamp) -> Result<(), Error> {
        match self.state {
            Redeemed::Approved => {
                self.state = Redeemed::Used;
                self.use_time = Some(now);
                self.revision += 1;
                Ok(())
            }
            Redeemed::Used => Err(Reason::VoucherUsed.refuse("the voucher is used")),
            _ => Err(Reason::RedemptionNotApproved.refuse("the redemption is not approved")),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn voters(n: usize) -> BTreeSet<String> {
        (0..n).map(|i| i.to_string()).collect()
    }

    proptest! {
        #[test]
        fn at_most_one_option_has_a_majority_and_it_needs_more_than_half(n in 1_usize..40, votes in proptest::collection::btree_map(0_usize..60, 0_u8..4, 0..60)) {
            let choices: BTreeMap<String, String> = votes.iter().map(|(p, o)| (p.to_string(), o.to_string())).collect();
            let voters = voters(n);
            let counted = votes.iter().filter(|(p, _)| **p < n);
            let most = (0..4_u8).map(|o| counted.clone().filter(|(_, v)| **v == o).count()).max().unwrap_or(0);
            prop_assert_eq!(majority(&choices, &voters).is_some(), most * 2 > n);
        }

        #[test]
        fn strangers_have_no_vote(n in 1_usize..20, strangers in 0_usize..50) {
            let choices = (1_000..1_000 + strangers).map(|p| (p.to_string(), "x".to_owned())).collect();
            prop_assert_eq!(majority(&choices, &voters(n)), None);
        }
    }
}
