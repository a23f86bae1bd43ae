//! Values and rules: what a team's improvement is, when it earns a prize, and how a team decides. No database, no network, no
//! clock.

pub mod award;
pub mod budget;
pub mod challenge;
pub mod completion;
pub mod cooperation;
pub mod currency;
pub mod guards;
pub mod improvement;
pub mod money;
pub mod progress;
pub mod rate;
pub mod recognition;
pub mod reward;
pub mod roster;
pub mod sentence;
pub mod sums;
pub mod voucher;
#[cfg(test)]
mod worlds;
