//! The plumbing, used as services use it.

#![expect(clippy::unwrap_used, reason = "a test has nothing better to do than to panic")]

mod directory;
mod events;
mod forged_tokens;
mod key_rotation;
mod request_ids;
mod scripts;
mod sqlite;
mod support;
