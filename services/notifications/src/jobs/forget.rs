//! Lets go of what is old.

use std::time::Duration;

use async_trait::async_trait;
use jiff::{Span, Timestamp};
use kit::{
    error::Error,
    module::{Job, Progress},
};

use crate::{
    Notifications,
    store::{delivery, notification},
};

pub(super) struct Forget(pub(super) Notifications);

#[async_trait]
impl Job for Forget {
    fn name(&self) -> &'static str {
        "notifications.forget"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let s = &self.0;
        let tx = s.db.begin().await?;
        let notifications = notification::forget(&tx, before(now, s.config.inbox_days)).await?;
        let mails = delivery::forget(&tx, before(now, s.config.mail_days)).await?;
        tx.commit().await?;
        if notifications + mails > 0 {
            tracing::debug!(notifications, mails, "old notifications were forgotten");
        }
        Ok(Progress::Idle)
    }
}

fn before(now: Timestamp, days: u32) -> Timestamp {
    now.checked_sub(Span::new().hours(i64::from(days) * 24)).unwrap_or(Timestamp::MIN)
}
