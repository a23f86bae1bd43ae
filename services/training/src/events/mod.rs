//! What this service hears of others, and what it tells.

pub(crate) mod directory_changed;
pub(crate) mod progressed;
pub(crate) mod published;
