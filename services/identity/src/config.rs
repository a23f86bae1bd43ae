//! Settings of identity, the table `[identity]`.

use serde::{Deserialize, Serialize};

/// Settings of identity.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IdentityConfig {
    /// How long an access token is good, in seconds. Default 600.
    pub access_token_seconds: i64,
    /// How long a session lasts without being renewed, in days. Default 14.
    pub session_days: i64,
    /// How long an invitation works, in hours. Default 168, a week.
    pub invitation_hours: i64,
    /// How long a reset link works, in minutes. Default 60.
    pub reset_minutes: i64,
}

impl Default for IdentityConfig {
    fn default() -> Self {
        Self { access_token_seconds: 600, session_days: 14, invitation_hours: 168, reset_minutes: 60 }
    }
}
