//! Values and rules, pure.

pub mod champion;
pub mod check_in;
pub mod coverage;
pub mod effect;
pub mod help;
pub mod material;
pub mod nomination;
pub mod programme;
pub mod space;
pub mod staged_start;
pub mod visit;
