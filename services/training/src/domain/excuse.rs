//! Somebody who was taken out of an assignment, and why.

use jiff::Timestamp;

/// The most characters of a reason.
pub const REASON: usize = 500;

/// One person's excuse from one assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excuse {
    /// The assignment.
    pub assignment: String,
    /// The person.
    pub person: String,
    /// Why.
    pub reason: String,
    /// Who did it; `None` for a service.
    pub excuser: Option<String>,
    /// When.
    pub time: Timestamp,
}
