//! Why a team does not use an application: the table of causes. The first row that is known to hold decides; what is
//! not known is shown as missing, never taken for a no.

mod fact;
mod table;

pub use fact::{Code, Fact, Known};
pub use table::{Diagnosis, Evidence, diagnose};

/// A cause, each with another action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Barrier {
    /// People cannot work with it.
    Tool,
    /// It was used well and then less.
    Reinforcement,
    /// People do not know what is coming and why.
    Awareness,
    /// People know and do not want to.
    Willingness,
    /// People were never taught, or those who were have left.
    Knowledge,
    /// People were taught and still cannot.
    Ability,
    /// Nothing that is known explains it.
    Unclear,
}

impl Barrier {
    /// All, in the order of the table.
    pub const ALL: [Self; 7] = [
        Self::Tool,
        Self::Reinforcement,
        Self::Awareness,
        Self::Willingness,
        Self::Knowledge,
        Self::Ability,
        Self::Unclear,
    ];

    /// The word of the vocabulary.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Tool => "TOOL",
            Self::Reinforcement => "REINFORCEMENT",
            Self::Awareness => "AWARENESS",
            Self::Willingness => "WILLINGNESS",
            Self::Knowledge => "KNOWLEDGE",
            Self::Ability => "ABILITY",
            Self::Unclear => "UNCLEAR",
        }
    }

    /// The barrier of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|b| b.as_str() == word)
    }

    /// Whether training is no answer to it.
    pub fn refuses_training(self) -> bool {
        matches!(self, Self::Tool | Self::Willingness)
    }
}
