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

/// What a question of a pulse is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Question {
    /// Whether people know what is coming and why.
    Awareness,
    /// Whether people want to take part.
    Willingness,
    /// Whether people know how.
    Knowledge,
    /// Whether people can do it in daily work.
    Ability,
    /// Whether what keeps it going is there.
    Reinforcement,
}

impl Question {
    /// All.
    pub const ALL: [Self; 5] =
        [Self::Awareness, Self::Willingness, Self::Knowledge, Self::Ability, Self::Reinforcement];
}

/// What a challenge is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Measure {
    /// Use against comparable teams.
    AdoptionIndex,
    /// How many features are used.
    Breadth,
    /// Records without errors.
    DataQuality,
}

impl Measure {
    /// All.
    pub const ALL: [Self; 3] = [Self::AdoptionIndex, Self::Breadth, Self::DataQuality];
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
    /// Asks the people of the team a few questions.
    Pulse {
        /// What about.
        questions: Vec<Question>,
    },
    /// Proposes an agenda item to the committees that the team concerns.
    Committee {
        /// What to speak about.
        title: Text,
        /// Why.
        description: Text,
    },
    /// Asks the champions of the team for a visit.
    Visit {
        /// What it is for.
        reason: Text,
        /// Days until it is due.
        due_days: i32,
    },
    /// Proposes a challenge of the team to HR.
    Challenge {
        /// What it is about.
        measure: Measure,
        /// What it is called; empty: a general title.
        title: Text,
    },
}

impl Step {
    /// Whether a playbook may do it more than one time: whoever is asked takes one of everything else for each intervention.
    pub fn repeats(&self) -> bool {
        matches!(self, Self::Task { .. })
    }

    /// Whether both are of one kind.
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
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
