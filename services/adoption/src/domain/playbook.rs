//! What to do for a barrier: seven playbooks that every organization has, filled in at first and edited by HR.

mod defaults;

use kit::localize::Text;
use serde::{Deserialize, Serialize};

pub use defaults::default_of;

use super::barrier::Barrier;

/// Who does a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Assignee {
    /// The champions of the team.
    Champion,
    /// HR.
    Hr,
}

impl Assignee {
    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Champion => "CHAMPION",
            Self::Hr => "HR",
        }
    }

    /// The assignee of a word; anything unknown is HR's.
    pub fn of(word: &str) -> Self {
        if word == "CHAMPION" { Self::Champion } else { Self::Hr }
    }
}

/// One thing that a playbook does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Step {
    /// Gives a course to everybody of the team's positions who has not completed it.
    Training {
        /// A curriculum or course by name; empty: the fitting one of the position.
        training: String,
        /// Working days until it is due.
        due_working_days: i32,
    },
    /// Gives a task.
    Task {
        /// Who does it.
        assignee: Assignee,
        /// What to do.
        title: Text,
        /// How to do it.
        description: Text,
        /// Days until it is due.
        due_days: i32,
    },
}

/// What to do for one barrier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Playbook {
    /// The barrier.
    pub barrier: Barrier,
    /// What the organization calls it.
    pub label: Text,
    /// What the playbook does, in a sentence.
    pub summary: Text,
    /// Its steps in order.
    pub steps: Vec<Step>,
}
