//! Questions as trainers write them, and answers as learners give them.

use std::collections::BTreeMap;

use kit::localize::Text;
use serde::{Deserialize, Serialize};

/// One question with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Short id within the course.
    pub id: String,
    /// The question, as Markdown.
    pub prompt: Text,
    /// What it counts.
    pub points: u32,
    /// Why the right answer is right.
    pub explanation: Text,
    /// How it is answered.
    pub kind: Kind,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Exactly one choice is right.
    Single(Vec<Choice>),
    /// Any number of choices is right.
    Multiple(Vec<Choice>),
    /// A statement that holds or does not.
    TrueFalse {
        /// Whether it holds.
        answer: bool,
        /// For whoever said that it holds.
        if_true: Text,
        /// For whoever said that it does not.
        if_false: Text,
    },
    /// Items in the right order.
    Ordering(Vec<Text>),
    /// Pairs that belong together.
    Matching(Vec<Pair>),
    /// A number.
    Number {
        /// The right one.
        answer: f64,
        /// How far off still counts as right.
        tolerance: f64,
        /// What it is counted in.
        unit: Text,
    },
    /// A few words.
    ShortText(Vec<String>),
}

/// One thing to tick.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// What it says.
    pub text: Text,
    /// Whether it is right.
    pub correct: bool,
    /// Why.
    pub explanation: Text,
}

/// Two things that belong together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// What stays where it is.
    pub prompt: Text,
    /// What is put beside it.
    pub matched: Text,
}

impl Kind {
    /// How many options are shuffled; 0 where there are none.
    pub fn options(&self) -> usize {
        match self {
            Self::Single(choices) | Self::Multiple(choices) => choices.len(),
            Self::Ordering(items) => items.len(),
            Self::Matching(pairs) => pairs.len(),
            Self::TrueFalse { .. } | Self::Number { .. } | Self::ShortText(_) => 0,
        }
    }
}

/// What a learner answered to one question, in the keys of the attempt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Keys that are ticked, or all keys from first to last.
    Keys(Vec<String>),
    /// Whether the statement holds.
    Truth(bool),
    /// From the key of a prompt to the key of an option.
    Pairs(BTreeMap<String, String>),
    /// A number or a few words as typed.
    Text(String),
}

/// The answers of an attempt, by the id of the question.
pub type Answers = BTreeMap<String, Answer>;
