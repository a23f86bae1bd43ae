//! Rule R: finds the teams that use an application far less than comparable teams, or far less than they used to.
//!
//! Expected use of a team is what the other teams of the same position (and site) did on the same day, so that
//! weekends, holidays, outages and seasons cancel by themselves ([`peers`]). Two questions are asked of the last four
//! weeks: is real use below two thirds of what was expected ([`posterior::level`]), and has it fallen below about two
//! thirds of the team's own earlier level against its peers ([`posterior::decline`])?
//!
//! An [`Engine`] keeps 84 days of every cell in columns. A day is one pass over the cells, whatever the history; between
//! two days nothing has to stay in memory, since the [`Totals`] of a few days before are all that a day needs.

mod cells;
mod engine;
mod peers;
pub mod posterior;
pub mod ring;
mod strict;

pub use cells::{Basis, Cell, History, Units, bases};
pub use engine::{Engine, Judgement, Marks, Totals};
pub use peers::{PeerMarks, PeerTotals};
pub use strict::benjamini_hochberg;

/// Days of the level rule.
pub const LEVEL_DAYS: usize = 28;
/// Days before the decline window that it is compared with, at most.
pub const BASELINE_DAYS: usize = 56;
/// Days that an engine remembers: the longer decline window and its baseline.
pub const RING_DAYS: usize = LEVEL_DAYS + BASELINE_DAYS;
/// The days before a day whose totals it needs: yesterday's, and where its windows and baselines begin.
pub const LOOKS_BACK: [usize; 5] =
    [1, DECLINE[0].days, LEVEL_DAYS, DECLINE[0].days + BASELINE_DAYS, RING_DAYS];
/// Nothing is judged in the first days.
pub const FIRST_DAYS: usize = 14;
/// Days of use that must have been expected in a window before anything is said about it.
pub const LEAST_EXPECTED: f64 = 6.0;
/// LOW from this certainty on.
pub const LOW_CERTAINTY: f64 = 0.93;
/// Teams of one position and site that are enough to be compared with each other.
pub const SITE_PEERS: u32 = 10;
/// Teams of one position that are enough to be compared with each other.
pub const POSITION_PEERS: u32 = 5;
/// People eligible in one cell on one day, at most: what the exact sums of a window hold.
pub const MOST_ELIGIBLE: u32 = 300_000;

/// One of the two windows in which a decline is looked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DeclineWindow {
    /// Days in the window.
    pub days: usize,
    /// Real use below this part of the own earlier level is a decline.
    pub cut: f64,
    /// DECLINING from this certainty on.
    pub certainty: f64,
}

/// The windows of the decline rule: the shorter asks for more certainty.
pub const DECLINE: [DeclineWindow; 2] = [
    DeclineWindow { days: 21, cut: 0.67, certainty: 0.98 },
    DeclineWindow { days: LEVEL_DAYS, cut: 0.70, certainty: 0.95 },
];
