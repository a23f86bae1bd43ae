//! telemetry
pub mod domain;
pub mod store;
pub mod config;
mod error;
mod ingest;
