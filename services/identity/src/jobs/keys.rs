//! Reads the signing keys again: another process may have put a new one there, and old ones end.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    error::Error,
    module::{Job, Progress},
};

use crate::Identity;

/// The job.
pub(super) struct SigningKeys {
    pub(super) identity: Identity,
}

#[async_trait]
impl Job for SigningKeys {
    fn name(&self) -> &'static str {
        "identity.signing_keys"
    }

    /// A new key waits for much longer before it signs, so that every process knows it by then.
    fn every(&self) -> Duration {
        Duration::from_secs(10)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        self.identity.keys.reload(now).await?;
        Ok(Progress::Idle)
    }
}
