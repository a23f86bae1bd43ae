//! Sums about a frozen roster over some days: all that is known here of what people did.

use serde::{Deserialize, Serialize};

/// How often something happened, could have, and would have if the roster were like comparable people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Sum {
    /// How often it happened.
    pub happened: f64,
    /// How often it could have.
    pub possible: f64,
    /// How often it would have; `None` without comparable people.
    pub expected: Option<f64>,
    /// Days that count.
    pub days: f64,
}

impl Sum {
    /// Both together. What has no comparison on one side has none.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        if other.possible == 0.0 {
            return self;
        }
        if self.possible == 0.0 {
            return other;
        }
        Self {
            happened: self.happened + other.happened,
            possible: self.possible + other.possible,
            expected: self.expected.zip(other.expected).map(|(a, b)| a + b),
            days: self.days + other.days,
        }
    }

    /// The same against a constant rate instead of comparable people, for what nobody else does.
    #[must_use]
    pub fn against(self, rate: f64) -> Self {
        Self { expected: Some(self.possible * rate), ..self }
    }
}

/// Everything that is measured of a team in one window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Sums {
    /// People expected to work in it.
    pub people: u32,
    /// People who were active, summed over weeks.
    pub person_weeks_active: u32,
    /// People who were expected to be, summed over weeks.
    pub person_weeks: u32,
    /// Use by days.
    pub usage: Sum,
    /// Features used by person and week.
    pub breadth: Sum,
    /// Records with errors.
    pub errors: Sum,
    /// Members who have done the thing of a completion or cooperation goal by the end of the window, and how many there
    /// are; `None` for other goals.
    pub done: Option<Done>,
    /// The share of the frozen roster that is still on it, and the share that was added, in thousandths.
    pub kept: Kept,
}

/// Members who have done a thing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// Members.
    pub people: u32,
    /// Of them, those who have done it.
    pub done: u32,
}

/// What became of a frozen roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Of 1,000 who were frozen, how many the directory still has there on the frozen days.
    pub kept: u32,
    /// How many it has there besides, of 1,000 who were frozen.
    pub added: u32,
}

impl Default for Kept {
    fn default() -> Self {
        Self { kept: 1_000, added: 0 }
    }
}

impl Sums {
    /// The sums of two windows, one after the other: what is counted adds up, what is a state is that of the later one.
    #[must_use]
    pub fn then(self, later: Self) -> Self {
        Self {
            people: self.people.max(later.people),
            person_weeks_active: self.person_weeks_active + later.person_weeks_active,
            person_weeks: self.person_weeks + later.person_weeks,
            usage: self.usage.plus(later.usage),
            breadth: self.breadth.plus(later.breadth),
            errors: self.errors.plus(later.errors),
            done: later.done.or(self.done),
            kept: later.kept,
        }
    }
}
