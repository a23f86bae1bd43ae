//! The service as its callers see it, on the database that `HAMGAM_TEST_DATABASE` names.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

mod access;
mod api_keys;
mod applications;
mod counting;
mod event_log;
mod get_held_data;
mod imports;
mod my_usage;
mod record_data_quality;
mod record_usage;
mod retention;
mod stream_data_quality;
mod stream_usage;
mod team_figures;
mod team_usage;
mod unknowns;
