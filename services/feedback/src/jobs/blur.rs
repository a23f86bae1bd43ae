//! Blurs in which order the anonymous rows of a day were written, and which reply to a pulse was written with whose invitation.
//!
//! No column tells it. But a database writes down more than columns: `PostgreSQL` keeps the number of the transaction beside each row
//! and puts rows where there is room, `SQLite` puts long texts on pages in the order in which they come. Once a day is over, its
//! rows are written anew, all at once and in the order of their random keys, and what lay there before is given up.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use jiff::{Timestamp, ToSpan, civil::Date};
use kit::{
    directory,
    error::Error,
    module::{Job, Progress},
};

use crate::{Feedback, store};

/// See the module.
pub(crate) struct Blur {
    pub(crate) service: Feedback,
    /// The day until which everything is blurred, by organization. A restart does the last days again.
    done: Mutex<HashMap<String, Date>>,
}

impl Blur {
    pub(crate) fn new(service: Feedback) -> Self {
        Self { service, done: Mutex::default() }
    }

    fn is_done(&self, o: &str, today: Date) -> bool {
        self.done.lock().unwrap_or_else(PoisonError::into_inner).get(o) == Some(&today)
    }
}

#[async_trait]
impl Job for Blur {
    fn name(&self) -> &'static str {
        "feedback.blur"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(self.service.config.daily_work_every_seconds)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let db = &self.service.db;
        let mut wrote = false;
        for organization in directory::organizations(db.read()).await? {
            let o = organization.id;
            let today = store::days::today(db.read(), &o, now).await?;
            if self.is_done(&o, today) {
                continue;
            }
            // Seven days, for a server that stood still.
            let first = today.checked_sub(7.days()).unwrap_or(today);
            let tx = db.begin().await?;
            wrote |= store::blur::rewrite(&tx, &o, first, today).await?;
            tx.commit().await?;
            self.done.lock().unwrap_or_else(PoisonError::into_inner).insert(o, today);
        }
        if wrote {
            store::blur::give_up_old_pages(db.read()).await?;
        }
        Ok(Progress::Idle)
    }
}
