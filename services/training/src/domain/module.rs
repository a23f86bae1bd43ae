//! What a course consists of.

use kit::localize::Text;
use serde::{Deserialize, Serialize};

use super::question::Question;

/// Minutes that a module takes when its author said nothing.
pub const DEFAULT_MINUTES: u32 = 5;
/// The share of the points that passes when the author said nothing, in percent.
pub const DEFAULT_PASS_PERCENT: u32 = 70;

/// One step of a course.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Module {
    /// Short id within the course.
    pub id: String,
    /// The title.
    pub title: Text,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// What it consists of.
    pub content: Content,
}

/// What a module consists of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Markdown to read.
    Text(Text),
    /// A video to watch.
    Video {
        /// Where it is.
        url: String,
        /// What it says.
        transcript: Text,
    },
    /// A file to open.
    File {
        /// Where it is.
        url: String,
        /// What the link says.
        label: Text,
    },
    /// Questions to answer.
    Quiz(Quiz),
}

/// Questions with their answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quiz {
    /// The questions in their order.
    pub questions: Vec<Question>,
    /// The share of the points that passes, in percent.
    pub pass_percent: u32,
    /// How often it may be tried; 0: without limit.
    pub max_attempts: u32,
    /// Minutes for one attempt; 0: without limit.
    pub time_limit_minutes: u32,
    /// Whether the questions come in another order in each attempt.
    pub shuffle: bool,
}

impl Quiz {
    /// The points that there are.
    pub fn max_points(&self) -> u32 {
        self.questions.iter().map(|q| q.points).sum()
    }

    /// How many attempts are left after `used`; `None`: without limit.
    pub fn attempts_left(&self, used: u32) -> Option<u32> {
        (self.max_attempts > 0).then(|| self.max_attempts.saturating_sub(used))
    }
}

impl Module {
    /// The quiz, if the module is one.
    pub fn quiz(&self) -> Option<&Quiz> {
        match &self.content {
            Content::Quiz(quiz) => Some(quiz),
            _ => None,
        }
    }
}

/// Minutes that modules take together.
pub fn minutes(modules: &[Module]) -> u32 {
    modules.iter().map(|m| m.minutes).sum()
}
