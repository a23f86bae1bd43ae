//! Positions.

use jiff::Timestamp;

/// How many positions an organization has at most.
pub const POSITIONS: usize = 2_000;

/// A job role that people hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// The id.
    pub id: String,
    /// What people call it.
    pub display_name: String,
    /// The share of working days that its owner wants to see, above 0 and at most 1.
    pub target_rate: Option<f64>,
    /// Grows with each change.
    pub revision: i64,
    /// When it was created.
    pub create_time: Timestamp,
}
