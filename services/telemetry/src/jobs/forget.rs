//! `forget`: raw events and reports die after 35 days, marks after 13 weeks, the names of strangers with their events, and
//! the files of imports after a week.

use std::time::Duration;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use kit::{
    db::{Db, time::to_micros},
    error::Error,
    imports,
    module::{Job, Progress},
};

use crate::{
    domain::{
        days::utc_day,
        retention::{first_mark_day, first_raw_day},
    },
    store,
};

/// Acts that one step deletes, so that senders do not wait long.
const STEP: u64 = 5_000;
/// Files of imports are kept so long.
const FILE_DAYS: i64 = 7;

/// See the module.
pub(crate) struct Forget {
    pub(crate) db: Db,
}

#[async_trait]
impl Job for Forget {
    fn name(&self) -> &'static str {
        "telemetry.forget"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(10)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let today = utc_day(to_micros(now));
        for (organization, tenant) in store::tenant::all(self.db.read()).await? {
            for application in store::application::everything(self.db.read(), &organization).await? {
                let tx = self.db.begin().await?;
                let before = first_raw_day(today);
                let gone =
                    store::event::acts::delete_before(&tx, tenant, application.ordinal, before, STEP).await?;
                tx.commit().await?;
                if gone > 0 {
                    return Ok(Progress::Worked);
                }
                store::event::merge::forget_before(&self.db, tenant, application.ordinal, before).await?;
            }
            let tx = self.db.begin().await?;
            store::mark::forget_before(&tx, tenant, first_mark_day(today)).await?;
            store::quality::delete_before(&tx, tenant, first_raw_day(today)).await?;
            store::subject::forget_unknown(&tx, &organization, first_raw_day(today) - 1).await?;
            tx.commit().await?;
        }
        let tx = self.db.begin().await?;
        let old =
            now.checked_sub(SignedDuration::from_hours(24 * FILE_DAYS)).unwrap_or(Timestamp::UNIX_EPOCH);
        imports::store::discard_old(&tx, old).await?;
        tx.commit().await?;
        Ok(Progress::Idle)
    }
}
