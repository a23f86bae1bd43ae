//! The plumbing, used as services use it.

mod events;
mod forged_tokens;
mod request_ids;
mod support;
