//! The settings of this service: the table `[incentives]`.

use serde::{Deserialize, Serialize};

/// The settings of this service.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IncentivesConfig {
    /// How long to wait, in seconds, before looking again for weeks of challenges to measure. Default 300.
    pub measure_every_seconds: u64,
    /// How many thanks one person may give in a day. Default 10.
    pub thanks_per_day: u32,
}

impl Default for IncentivesConfig {
    fn default() -> Self {
        Self { measure_every_seconds: 300, thanks_per_day: 10 }
    }
}
