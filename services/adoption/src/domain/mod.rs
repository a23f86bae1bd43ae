//! What adoption knows and decides, without a database, a network or a clock.

pub mod barrier;
pub mod evaluator;
pub mod feed;
pub mod figures;
pub mod flag;
pub mod intervention;
pub mod ledger;
pub mod packed;
pub mod playbook;
pub mod position_problem;
pub mod rule;
pub mod sentence;
pub mod standing;
pub mod units;
