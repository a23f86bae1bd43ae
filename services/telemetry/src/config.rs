//! Settings, `[telemetry]` in the file.

use serde::{Deserialize, Serialize};

/// What can be set.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TelemetryConfig {
    /// Batches that may wait to be written before senders are told to try later. Default 256.
    pub queue_batches: usize,
    /// Batches that go into one transaction at most. Default 64.
    pub group_batches: usize,
    /// Events of an application that are kept as they came before they are folded. Default 65,536.
    pub fold_events: u64,
    /// People whom the directory does not have that are kept aside in an organization at most. Default 100,000.
    pub unknown_people: u64,
    /// Features that nobody entered that are kept aside in an application at most. Default 10,000.
    pub unknown_features: u64,
    /// Seconds between two countings of what changed. Default 15.
    pub count_seconds: u64,
}

impl Default for TelemetryConfig {
    fn default() -> Self {
        Self {
            queue_batches: 256,
            group_batches: 64,
            fold_events: 65_536,
            unknown_people: 100_000,
            unknown_features: 10_000,
            count_seconds: 15,
        }
    }
}
