//! Counts as telemetry gives them.

/// The members of one position at one site in one team.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellKey {
    /// The team.
    pub team: String,
    /// The position.
    pub position: String,
    /// The site; empty for people without one.
    pub site: String,
}

/// The people of a cell on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DayCount {
    /// People eligible.
    pub eligible: u32,
    /// Those of them who did a core task.
    pub active: u32,
    /// Those of the eligible who joined the team within 56 days.
    pub new_members: u32,
}
