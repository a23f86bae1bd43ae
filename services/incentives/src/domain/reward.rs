//! What teams can choose.

use kit::localize::Text;

use super::money::Money;

/// What kind of thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Something done together.
    Event,
    /// Something for the place of work.
    Equipment,
    /// Something learned together.
    Learning,
    /// Time off for all.
    Time,
    /// A gift in the team's name.
    Donation,
    /// Something else.
    Other,
}

impl Kind {
    /// All, with the names under which they are kept.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Event, "EVENT"),
        (Self::Equipment, "EQUIPMENT"),
        (Self::Learning, "LEARNING"),
        (Self::Time, "TIME"),
        (Self::Donation, "DONATION"),
        (Self::Other, "OTHER"),
    ];

    /// The name.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(k, _)| *k == self).map_or("", |(_, code)| code)
    }

    /// The kind with this name.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, c)| *c == code).map(|(k, _)| *k)
    }
}

/// A reward of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reward {
    /// The id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// More about it.
    pub description: Text,
    /// What kind of thing.
    pub kind: Kind,
    /// What it costs, for the whole team.
    pub price: Money,
    /// No longer offered.
    pub archived: bool,
    /// Grows with every change.
    pub revision: i64,
}
