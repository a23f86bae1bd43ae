//! incentives as its people and the other services see it: a file for each RPC and job.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::panic, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

mod approve_redemption;
mod budgets;
mod cancel_challenge;
mod cheats;
mod choose_reward;
mod create_challenge;
mod exchange_rates;
mod get_challenge;
mod get_held_data;
mod give_thanks;
mod list_thanks;
mod measure;
mod moderate_thanks;
mod propose_challenge;
mod propose_reward;
mod recognition_settings;
mod reject_redemption;
mod rewards;
mod schema;
mod start_challenge;
mod update_challenge;
mod values;
mod vouchers;
