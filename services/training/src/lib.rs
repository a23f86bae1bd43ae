//! training

pub mod domain;
mod error;
