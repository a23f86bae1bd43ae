//! What adoption knows and decides, without a database, a network or a clock.

pub mod rule;
pub mod standing;
