//! One condition of the table of causes.

use serde::{Deserialize, Serialize};

use super::Barrier;

/// Which condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Code {
    /// Fewer than 90 % have working access.
    AccessBelow90,
    /// An incident.
    Incident,
    /// Usage stopped arriving.
    FeedGap,
    /// Declined from an index of 80 or more.
    DeclinedFrom80,
    /// Fewer than 30 % are new.
    TurnoverBelow30,
    /// Fewer than 60 % opened the message.
    MessageOpenedBelow60,
    /// Awareness in the pulse is 3 of 5 or less.
    PulseAwarenessLow,
    /// Fewer than 50 % have ever used it.
    EverUsedBelow50,
    /// At least 40 % of the feedback is negative.
    NegativeFeedback,
    /// Willingness in the pulse is 3 of 5 or less.
    PulseWillingnessLow,
    /// Fewer than 50 % had enrolled 14 days after the invitation.
    EnrolledBelow50,
    /// Fewer than 70 % are trained.
    TrainedBelow70,
    /// Declined, and at least 30 % are new.
    DeclinedWithTurnover,
    /// At least 70 % are trained.
    Trained70,
    /// Fewer than 60 % have ever used it.
    EverUsedBelow60,
    /// Fewer than 60 % of the features of the peers.
    BreadthBelow60,
    /// At least 1.5 times the data errors of the peers.
    DataErrorsHigh,
    /// At least twice the requests for help of the peers.
    HelpRequestsHigh,
}

/// What is known about a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Known {
    /// It holds.
    Fired,
    /// It does not hold.
    NotFired,
    /// Nothing.
    Missing,
}

impl Known {
    /// Both must hold; one known not to is enough for a no.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fired, Self::Fired) => Self::Fired,
            (Self::NotFired, _) | (_, Self::NotFired) => Self::NotFired,
            _ => Self::Missing,
        }
    }

    /// One must hold; one known to is enough for a yes.
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fired, _) | (_, Self::Fired) => Self::Fired,
            (Self::NotFired, Self::NotFired) => Self::NotFired,
            _ => Self::Missing,
        }
    }
}

impl From<Option<bool>> for Known {
    fn from(known: Option<bool>) -> Self {
        match known {
            Some(true) => Self::Fired,
            Some(false) => Self::NotFired,
            None => Self::Missing,
        }
    }
}

/// A condition with what is known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Which condition.
    pub code: Code,
    /// The row of the table that it belongs to.
    pub barrier: Barrier,
    /// Whether it holds.
    pub known: Known,
    /// The value seen, in the unit of the threshold.
    pub value: Option<f64>,
    /// The value at which it fires; `None` for a condition without a number.
    pub threshold: Option<f64>,
}

impl Fact {
    /// Fires below a threshold.
    pub(super) fn below(barrier: Barrier, code: Code, value: Option<f64>, threshold: f64) -> Self {
        Self { code, barrier, known: value.map(|v| v < threshold).into(), value, threshold: Some(threshold) }
    }

    /// Fires from a threshold on.
    pub(super) fn from_on(barrier: Barrier, code: Code, value: Option<f64>, threshold: f64) -> Self {
        Self { code, barrier, known: value.map(|v| v >= threshold).into(), value, threshold: Some(threshold) }
    }

    /// Fires when something is so.
    pub(super) fn is(barrier: Barrier, code: Code, known: Option<bool>) -> Self {
        Self { code, barrier, known: known.into(), value: None, threshold: None }
    }
}
