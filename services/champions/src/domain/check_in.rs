//! What a champion did with a team. There is no place in it for a colleague.

use jiff::{Timestamp, civil::Date};

/// Check-ins of one champion on one day at most.
pub const MAX_A_DAY: u64 = 100;
/// Days into the future for a follow-up at most.
pub const LATEST_FOLLOW_UP_DAYS: i32 = 180;
/// Hours in which a slip of the finger can be taken back.
pub const TAKE_BACK_HOURS: i64 = 24;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Went to see them.
    Visit,
    /// Talked with them.
    Talk,
    /// Showed how something is done.
    Demo,
    /// Worked beside them.
    Coaching,
    /// Answered a question.
    Answer,
    /// Passed something on.
    SharedMaterial,
}

/// What a champion did with a team.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckIn {
    /// The id.
    pub id: String,
    /// The champion.
    pub person: String,
    /// The team.
    pub team: String,
    /// What was done.
    pub kind: Kind,
    /// What is worth remembering.
    pub note: String,
    /// The day it was done.
    pub day: Date,
    /// The day on which to look again.
    pub follow_up_day: Option<Date>,
    /// When the champion looked again.
    pub follow_up_time: Option<Timestamp>,
    /// Whether the champion was reminded.
    pub reminded: bool,
    /// The visit that is made with it.
    pub visit: Option<String>,
    /// When it was said.
    pub create_time: Timestamp,
}

impl CheckIn {
    /// Whether it can be taken back.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now.duration_since(self.create_time).as_hours() < TAKE_BACK_HOURS
    }
}
