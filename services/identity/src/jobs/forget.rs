//! Forgets what is over: sessions, links, attempts, and the files of imports.

use std::time::Duration;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use kit::{
    error::Error,
    imports,
    module::{Job, Progress},
};

use crate::{Identity, domain::attempt::RESET, store};

/// How many days a session is remembered after it ended.
pub(crate) const SESSIONS_KEPT_DAYS: i32 = 30;
/// How long the content of an imported file is kept: it holds people's data a second time.
const FILES_KEPT: SignedDuration = SignedDuration::from_hours(24 * 7);

/// The job.
pub(super) struct Forget {
    pub(super) identity: Identity,
}

#[async_trait]
impl Job for Forget {
    fn name(&self) -> &'static str {
        "identity.forget"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let tx = self.identity.db.begin().await?;
        let kept = SignedDuration::from_hours(24 * i64::from(SESSIONS_KEPT_DAYS));
        store::session::forget(&tx, now - kept).await?;
        store::link::forget(&tx, now).await?;
        store::attempt::forget(&tx, now - RESET.window).await?;
        imports::store::discard_old(&tx, now - FILES_KEPT).await?;
        tx.commit().await?;
        Ok(Progress::Idle)
    }
}
