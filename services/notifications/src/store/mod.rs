//! What is kept, and the only place that knows how.

pub(crate) mod attachment;
pub(crate) mod delivery;
pub(crate) mod directory;
mod entity;
pub(crate) mod held;
pub(crate) mod migration;
pub(crate) mod notification;
pub(crate) mod preference;

use kit::error::Error;

/// A stored value that no version of this service has written.
fn unknown(what: &str, value: &str) -> Error {
    Error::internal(format!("a stored {what} is unknown: {value}"))
}
