//! Thanks, and the values that they are linked to.

use jiff::Timestamp;
use kit::{localize::Text, text::normalize};

/// So many values can be offered at a time.
pub const MAX_VALUES: usize = 20;

/// Something that the organization stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The id.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// What it means.
    pub description: Text,
    /// No longer offered.
    pub archived: bool,
    /// Grows with every change.
    pub revision: i64,
}

/// Whether thanks are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// On the wall.
    Shown,
    /// Taken off by HR.
    Hidden,
    /// Taken back, or down.
    Withdrawn,
}

impl State {
    /// All, with the names under which they are kept.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Shown, "SHOWN"), (Self::Hidden, "HIDDEN"), (Self::Withdrawn, "WITHDRAWN")];

    /// The name.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(s, _)| *s == self).map_or("", |(_, code)| code)
    }

    /// The state with this name.
    pub fn of(code: &str) -> Self {
        Self::ALL.iter().find(|(_, c)| *c == code).map_or(Self::Hidden, |(s, _)| *s)
    }
}

/// Thanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognition {
    /// The id.
    pub id: String,
    /// Who thanks.
    pub giver: String,
    /// Who is thanked; empty where a team is.
    pub people: Vec<String>,
    /// The team that is thanked.
    pub team: Option<String>,
    /// The value.
    pub value: String,
    /// What for.
    pub message: String,
    /// Whether it is seen.
    pub state: State,
    /// Why HR took it off the wall.
    pub hide_reason: String,
    /// When it was given.
    pub create_time: Timestamp,
}

impl Recognition {
    /// The words as they are compared: the same thanks twice are the same.
    pub fn key(&self) -> String {
        normalize(&self.message)
    }

    /// Whether the person gave it or is thanked in it by name.
    pub fn concerns(&self, person: &str) -> bool {
        self.giver == person || self.people.iter().any(|p| p == person)
    }
}
