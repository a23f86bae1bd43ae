//! Raw events, for 35 days: a log that only grows at its end, and what it is folded into.
//!
//! An event is kept once by its id, which looks random, and counted by its day and person. Trees that keep both in order
//! would write two pages somewhere for each event, more and more of them from disk as they grow. So events are kept as
//! they came, a [`log`] of blocks; from time to time its events are [`fold`]ed: into the [`acts`] of each day, person and
//! feature, and their ids into a sorted [`run`]. Runs of a size are [`merge`]d. What came so far is known by [`Seen`], with
//! a filter for each run, so that a new event is nearly always known to be new without a look at the disk.

pub mod acts;
pub mod fold;
pub mod log;
pub mod merge;
pub mod run;
mod seen;

use sha2::{Digest, Sha256};

pub use self::seen::Seen;

/// The first half of the hash of an event's id.
pub type EventHash = [u8; 16];

/// The hash of an id.
pub fn hash_of(id: &str) -> EventHash {
    let digest = Sha256::digest(id.as_bytes());
    let mut hash = [0; 16];
    hash.copy_from_slice(&digest[..16]);
    hash
}

/// An event as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// Of its id.
    pub hash: EventHash,
    /// Whose it is.
    pub subject: u32,
    /// Of what.
    pub feature: u32,
    /// When, in microseconds.
    pub at: i64,
}

/// The most events of one batch.
pub const BATCH: usize = 500;

fn as_hash(bytes: &[u8]) -> Result<EventHash, kit::error::Error> {
    bytes.try_into().map_err(|_| kit::error::Error::internal("an event hash of another length"))
}
