//! The settings of this service: the table `[champions]`.

use serde::{Deserialize, Serialize};

/// The settings of this service.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ChampionsConfig {
    /// How long to wait, in seconds, before asking identity and training again for what is due. Default 2.
    pub sync_every_seconds: u64,
    /// How long to wait, in seconds, before looking again whether coverage has to be counted. Default 5.
    pub cover_every_seconds: u64,
    /// How long to wait, in seconds, before looking again for terms that end and follow-ups that are due. Default 300.
    pub remind_every_seconds: u64,
}

impl Default for ChampionsConfig {
    fn default() -> Self {
        Self { sync_every_seconds: 2, cover_every_seconds: 5, remind_every_seconds: 300 }
    }
}
