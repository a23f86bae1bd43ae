//! `count_quality`: counts the reports of data quality by team and day.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    db::{Db, time::to_micros},
    error::Error,
    module::{Job, Progress},
};

use super::applications;
use crate::{
    counting::{Scope, quality},
    domain::{
        days::{utc_day, week_end},
        retention::first_raw_day,
    },
    store::{
        self,
        dirty::{self, What},
        team_week,
    },
};

/// See the module.
pub(crate) struct CountQuality {
    pub(crate) db: Db,
    pub(crate) every: Duration,
}

impl CountQuality {
    async fn count(&self, scope: &Scope<'_>, today: i32) -> Result<Progress, Error> {
        let (tenant, application) = (scope.tenant, scope.application.ordinal);
        let dirty = dirty::list(self.db.read(), tenant, application, What::Quality).await?;
        let (Some(first), Some(last)) = (dirty.first(), dirty.last()) else { return Ok(Progress::Idle) };
        let roster = store::roster::load(self.db.read(), scope.organization, first.day, last.day).await?;
        let mut counted = Vec::with_capacity(dirty.len());
        for mark in dirty {
            let mut reports =
                store::quality::reports_on(self.db.read(), tenant, application, mark.day).await?;
            reports.retain(|(_, _, feature, _)| scope.known.contains(feature));
            counted.push((mark, quality::by_team(&roster, mark.day, &reports)));
        }
        let tx = self.db.begin().await?;
        for (mark, teams) in counted {
            // Of older days the reports are gone, and the counts must stay.
            if mark.day >= first_raw_day(today) {
                let nothing = teams.is_empty();
                store::quality::save_day(&tx, tenant, application, mark.day, false, &teams).await?;
                for week in (0..4).filter(|_| !nothing) {
                    team_week::mark(&tx, tenant, application, week_end(mark.day) + 7 * week).await?;
                }
            }
            dirty::clear(&tx, tenant, application, What::Quality, mark).await?;
        }
        tx.commit().await?;
        Ok(Progress::Worked)
    }
}

#[async_trait]
impl Job for CountQuality {
    fn name(&self) -> &'static str {
        "telemetry.count_quality"
    }

    fn every(&self) -> Duration {
        self.every
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let today = utc_day(to_micros(now));
        let mut progress = Progress::Idle;
        for (organization, tenant, applications) in applications(&self.db).await? {
            for application in &applications {
                let scope = Scope::load(self.db.read(), &organization, tenant, application).await?;
                if self.count(&scope, today).await? == Progress::Worked {
                    progress = Progress::Worked;
                }
            }
        }
        Ok(progress)
    }
}
