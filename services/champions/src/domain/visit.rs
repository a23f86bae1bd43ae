//! A visit that a play asks the champions of a team for.

use jiff::{Timestamp, civil::Date};
use kit::localize::Text;

/// Days until it is due when nobody says.
pub const DUE_DAYS: i32 = 14;

/// A visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// The id.
    pub id: String,
    /// The team.
    pub team: String,
    /// What it is for.
    pub reason: Text,
    /// What asks.
    pub source: String,
    /// The flag that it is about, by its resource name.
    pub flag: Option<String>,
    /// The day by which it should be made.
    pub due_day: Date,
    /// Whether a champion made it.
    pub made: bool,
    /// How many champions were asked.
    pub asked: u32,
    /// When it was asked for.
    pub create_time: Timestamp,
    /// When it was made.
    pub make_time: Option<Timestamp>,
}
