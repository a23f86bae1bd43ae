//! What is said about proposals.

use jiff::{Timestamp, civil::Date};

/// The longest comment, in characters.
pub const TEXT_LENGTH: usize = 4_000;
/// How many people a comment mentions at most.
pub const MAX_MENTIONS: usize = 10;
/// How many comments a proposal has at most.
pub const MAX_COMMENTS: u64 = 1_000;
/// How often the writer of an anonymous proposal answers on one day.
pub const ANONYMOUS_PER_DAY: u64 = 20;
/// How much of a comment is told to others, in characters.
pub const EXCERPT_LENGTH: usize = 300;

/// Who said something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// A person, at an instant.
    Person {
        /// Who.
        person: String,
        /// When.
        time: Timestamp,
    },
    /// The writer of an anonymous proposal. Only the day is known, and how many things the writer had said before.
    AnonymousProposer {
        /// The place among what this writer says about the proposal, from 1.
        place: i64,
    },
}

/// What somebody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The id: random, or made of the secret and the words.
    pub id: String,
    /// The proposal.
    pub proposal: String,
    /// Who says it.
    pub author: Author,
    /// What is said.
    pub text: String,
    /// Whom it mentions.
    pub mentions: Vec<String>,
    /// The day.
    pub day: Date,
    /// Why it is hidden, if it is.
    pub hidden: Option<String>,
    /// Whether no moderator needs to look at it.
    pub reviewed: bool,
    /// Whether others were told of it.
    pub told: bool,
}

impl Comment {
    /// The person who says it; `None` for the writer of an anonymous proposal.
    pub fn person(&self) -> Option<&str> {
        match &self.author {
            Author::Person { person, .. } => Some(person),
            Author::AnonymousProposer { .. } => None,
        }
    }
}
