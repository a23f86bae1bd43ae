//! `fold_events`: folds the log of events when it is long or a day old, and merges what became of it.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    db::{Db, time::to_micros},
    error::Error,
    module::{Job, Progress},
};

use crate::{
    domain::days::DAY_MICROS,
    store::event::{fold, log, merge},
};

/// See the module.
pub(crate) struct FoldEvents {
    pub(crate) db: Db,
    /// Events that make a log long.
    pub(crate) fold: u64,
}

#[async_trait]
impl Job for FoldEvents {
    fn name(&self) -> &'static str {
        "telemetry.fold_events"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(1)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        // What is older than a day is folded too, so that nothing of a person stays in the log.
        let due = log::due(self.db.read(), self.fold.max(1), to_micros(now) - DAY_MICROS).await?;
        for (tenant, application) in &due {
            let tx = self.db.begin().await?;
            fold::fold(&tx, *tenant, *application).await?;
            tx.commit_quietly().await?;
        }
        let merged = merge::step(&self.db, self.fold).await?;
        Ok(if merged || !due.is_empty() { Progress::Worked } else { Progress::Idle })
    }
}
