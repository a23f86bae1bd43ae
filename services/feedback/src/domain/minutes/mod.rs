//! Minutes: drafted, corrected, approved.

mod draft;
mod words;

use jiff::Timestamp;
use kit::{error::Error, localize::Language};

pub(crate) use draft::{Decided, Facts, Line, Person, Point, Polled, draft};

use super::word::words;
use crate::error::{Reason, Refuse};

/// Characters of minutes.
pub(crate) const MAX_TEXT: usize = 60_000;
/// Corrections that are kept.
pub(crate) const MAX_CORRECTIONS: u64 = 50;

words! {
    /// How far minutes are.
    pub(crate) enum State {
        Draft = "draft",
        Approved = "approved",
    }
}

/// One time that minutes were corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Correction {
    pub(crate) person: String,
    pub(crate) time: Timestamp,
    pub(crate) note: String,
}

/// What was said and decided in a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Minutes {
    pub(crate) meeting: String,
    pub(crate) language: Language,
    pub(crate) text: String,
    pub(crate) state: State,
    pub(crate) approver: Option<String>,
    pub(crate) create_time: Timestamp,
    pub(crate) approve_time: Option<Timestamp>,
    pub(crate) revision: i64,
}

impl Minutes {
    /// Refuses changes of what was approved.
    pub(crate) fn must_be_a_draft(&self) -> Result<(), Error> {
        if self.state == State::Approved {
            return Err(Reason::MinutesApproved.refuse("the minutes are approved"));
        }
        Ok(())
    }
}
