//! A flag: a team found low or declining, and what people decide about it.

mod decide;

use serde::{Deserialize, Serialize};

pub use decide::{Actor, Kind, Refusal, Told};

use super::{
    barrier::{Barrier, Code, Fact, Known},
    evaluator::UnitDay,
    figures::{self, SizeBand, of_hundred, percent_sure, to_five},
    rule::posterior::Sums,
    sentence,
    standing::Day,
};

/// The figures of a unit on one day, as the rule needs them; nothing of it leaves without being rounded.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Figures {
    /// Σ x of 28 days.
    pub active: f64,
    /// Σ n.
    pub eligible: f64,
    /// Σ e.
    pub expected: f64,
    /// Days that count.
    pub days: f64,
    /// Certainty of the level rule.
    pub p_low: f64,
    /// Certainty of the decline rule.
    pub p_decline: f64,
    /// LOW.
    pub low: bool,
    /// DECLINING.
    pub declining: bool,
    /// Whether the strict rule finds it too.
    pub strict: bool,
    /// The index.
    pub index: f64,
    /// The index of the 56 days before.
    pub index_before: f64,
    /// People.
    pub people: u32,
    /// Teams that it is compared with.
    pub peers: u32,
    /// Share of members new in 56 days.
    pub turnover: Option<f64>,
    /// Void days of the 28.
    pub void_days: u32,
}

impl Figures {
    /// The figures of a day.
    pub fn of(unit: &UnitDay) -> Self {
        let judged = &unit.judgement;
        Self {
            active: judged.window.active,
            eligible: judged.window.eligible,
            expected: judged.window.expected,
            days: judged.window.days,
            p_low: judged.p_low,
            p_decline: judged.p_decline,
            low: judged.low,
            declining: judged.declining,
            strict: unit.strict,
            index: judged.index,
            index_before: judged.index_before,
            people: unit.group.people,
            peers: unit.peers,
            turnover: unit.turnover,
            void_days: unit.void_days,
        }
    }

    /// The sums of the window.
    pub fn window(&self) -> Sums {
        Sums { active: self.active, eligible: self.eligible, expected: self.expected, days: self.days }
    }

    /// The higher of the two certainties.
    pub fn certainty(&self) -> f64 {
        self.p_low.max(self.p_decline)
    }

    /// Days used of 100, rounded.
    pub fn rate(&self) -> i32 {
        of_hundred(self.active / self.eligible.max(1.0))
    }

    /// What comparable teams did, of 100, rounded.
    pub fn expected_rate(&self) -> i32 {
        of_hundred(self.expected / self.eligible.max(1.0))
    }

    /// The index, rounded.
    pub fn shown_index(&self) -> i32 {
        to_five(self.index)
    }

    /// The range of chance, rounded.
    pub fn chance(&self) -> (i32, i32) {
        let (low, high) = figures::chance_range(&self.window());
        (to_five(low), to_five(high))
    }

    /// What is known in one sentence; `None` below the floor. `found` says which rules to speak of.
    #[expect(clippy::cast_possible_truncation, reason = "days of people of one team")]
    pub fn sentence(&self, found: Option<Finding>) -> Option<kit::localize::Text> {
        let (low, declined) = match found {
            None => (false, false),
            Some(Finding::Low) => (true, false),
            Some(Finding::Declining) => (false, true),
            Some(Finding::LowAndDeclining) => (true, true),
        };
        Some(sentence::known(&sentence::Known {
            rate: self.rate(),
            expected: self.expected_rate(),
            index: self.shown_index(),
            peers: self.peers,
            band: SizeBand::of(self.people)?,
            days: ((self.eligible / 10.0).round() * 10.0) as i64,
            low: low.then(|| percent_sure(self.p_low)),
            declined: declined.then(|| (percent_sure(self.p_decline), to_five(self.index_before))),
        }))
    }
}

/// Which rule found the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// LOW.
    Low,
    /// DECLINING.
    Declining,
    /// Both.
    LowAndDeclining,
}

impl Finding {
    /// What the rules found; `None` when neither did.
    pub fn of(low: bool, declining: bool) -> Option<Self> {
        match (low, declining) {
            (true, true) => Some(Self::LowAndDeclining),
            (true, false) => Some(Self::Low),
            (false, true) => Some(Self::Declining),
            (false, false) => None,
        }
    }

    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "LOW",
            Self::Declining => "DECLINING",
            Self::LowAndDeclining => "LOW_AND_DECLINING",
        }
    }

    /// The finding of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Low, Self::Declining, Self::LowAndDeclining].into_iter().find(|f| f.as_str() == word)
    }
}

/// Where a flag is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Somebody should act.
    Flagged,
    /// Put off.
    Snoozed,
    /// Over.
    Cleared,
}

impl Status {
    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Flagged => "FLAGGED",
            Self::Snoozed => "SNOOZED",
            Self::Cleared => "CLEARED",
        }
    }

    /// The status of a word; anything else is CLEARED.
    pub fn of(word: &str) -> Self {
        match word {
            "FLAGGED" => Self::Flagged,
            "SNOOZED" => Self::Snoozed,
            _ => Self::Cleared,
        }
    }
}

/// What a person made of a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Right.
    Confirmed,
    /// Wrong.
    Wrong,
}

impl Verdict {
    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Wrong => "WRONG",
        }
    }

    /// The verdict of a word.
    pub fn of(word: &str) -> Option<Self> {
        [Self::Confirmed, Self::Wrong].into_iter().find(|v| v.as_str() == word)
    }
}

/// A fact as it is kept: the barrier and thresholds follow from the code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptFact {
    /// Which condition.
    pub code: Code,
    /// The barrier, by its word.
    pub barrier: String,
    /// Whether it holds.
    pub known: Known,
    /// The value seen.
    pub value: Option<f64>,
    /// The value at which it fires.
    pub threshold: Option<f64>,
}

impl From<&Fact> for KeptFact {
    fn from(fact: &Fact) -> Self {
        Self {
            code: fact.code,
            barrier: fact.barrier.as_str().to_owned(),
            known: fact.known,
            value: fact.value,
            threshold: fact.threshold,
        }
    }
}

/// A flag.
#[derive(Debug, Clone, PartialEq)]
pub struct Flag {
    /// The id.
    pub id: String,
    /// The application.
    pub application: String,
    /// What was judged together.
    pub unit: String,
    /// The team that stands for it.
    pub anchor: String,
    /// The teams whose people it is about.
    pub members: Vec<String>,
    /// The position with the most people.
    pub position: String,
    /// Every position in it.
    pub positions: Vec<String>,
    /// Where it is.
    pub status: Status,
    /// Which rule found it.
    pub finding: Finding,
    /// The day whose evaluation raised it.
    pub raised_day: Day,
    /// The day on which it was cleared.
    pub cleared_day: Option<Day>,
    /// The figures of the last evaluated day on which it was open.
    pub figures: Figures,
    /// The barrier that the table proposes.
    pub proposed: Option<Barrier>,
    /// The barrier that a person chose.
    pub barrier: Option<Barrier>,
    /// What a person made of it.
    pub verdict: Option<Verdict>,
    /// The last evaluated day when a person said that it is wrong.
    pub rejected_after: Option<Day>,
    /// The day until which it is put off.
    pub snoozed_until: Option<Day>,
    /// The facts of the table of causes.
    pub facts: Vec<KeptFact>,
    /// When they were collected, in microseconds.
    pub facts_time: Option<i64>,
    /// Whether the others were told of it.
    pub announced: bool,
    /// When it was created, in microseconds.
    pub create_time: i64,
    /// Grows with each decision and each change of the status.
    pub version: i64,
}
