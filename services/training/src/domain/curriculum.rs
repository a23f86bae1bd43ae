//! Ordered courses for a position and a level.

use jiff::Timestamp;
use kit::localize::Text;
use serde::{Deserialize, Serialize};

use super::level::Level;

/// Courses in their order for a position and a level.
#[derive(Debug, Clone, PartialEq)]
pub struct Curriculum {
    /// The id.
    pub id: String,
    /// The title.
    pub title: Text,
    /// The id of the position.
    pub position: String,
    /// The level.
    pub level: Level,
    /// The courses in their order.
    pub steps: Vec<Step>,
    /// Whether a course opens only when the one before it is complete.
    pub in_order: bool,
    /// Whether it is out of use.
    pub archived: bool,
    /// Grows with each save.
    pub revision: i64,
    /// When it was created.
    pub create_time: Timestamp,
    /// When it was changed last.
    pub update_time: Timestamp,
}

/// One course of a curriculum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The id of the course.
    pub course: String,
    /// Working days until it is due; 0: as the assignment says.
    pub due_working_days: u32,
}
