//! The settings of this service: the table `[training]`.

use serde::{Deserialize, Serialize};

/// The settings of this service.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrainingConfig {
    /// How long to wait, in seconds, before looking again for people to enrol. Default 5.
    pub enroll_every_seconds: u64,
    /// How long to wait, in seconds, before looking again for reminders and certificates that are due. Default 300.
    pub remind_every_seconds: u64,
    /// How many people are enrolled or reminded in one transaction. Default 500.
    pub batch: u64,
}

impl Default for TrainingConfig {
    fn default() -> Self {
        Self { enroll_every_seconds: 5, remind_every_seconds: 300, batch: 500 }
    }
}
