//! adoption

pub mod domain;
pub mod team_days_file;

pub use team_days_file::evaluate_csv;
