//! What notifications know and decide: pure values and rules, without database, network or clock.

pub mod backoff;
pub mod content;
pub mod kind;
pub mod morning;
pub mod news;
pub mod plan;
pub mod render;
mod templates;
pub mod words;
