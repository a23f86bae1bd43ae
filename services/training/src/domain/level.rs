//! How far a person has come in a position.

use serde::{Deserialize, Serialize};

/// How well a person knows the work of the position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Level {
    /// Begins.
    Novice,
    /// Works alone.
    Proficient,
    /// Helps others.
    Expert,
}

impl Level {
    /// The number that is stored, the same as in the contract.
    pub fn number(self) -> i32 {
        match self {
            Self::Novice => 1,
            Self::Proficient => 2,
            Self::Expert => 3,
        }
    }

    /// From the stored number; `None` for one that is not set or not known.
    pub fn of_number(number: i32) -> Option<Self> {
        [Self::Novice, Self::Proficient, Self::Expert].into_iter().find(|l| l.number() == number)
    }
}
