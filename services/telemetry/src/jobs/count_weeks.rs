//! `count_weeks`: computes the figures of weeks that are over, again while late events may come, and then publishes them
//! for good.

use std::{collections::BTreeMap, time::Duration};

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    db::{Db, time::to_micros},
    error::Error,
    module::{Job, Progress},
};

use super::applications;
use crate::{
    counting::{Closed, Scope, weeks},
    domain::{
        retention::{MARK_DAYS, is_final},
        week::WINDOW_DAYS,
    },
    store::{self, event, team_day, team_week},
};

/// See the module.
pub(crate) struct CountWeeks {
    pub(crate) db: Db,
    pub(crate) every: Duration,
}

impl CountWeeks {
    async fn count(&self, scope: &Scope<'_>, now: i64) -> Result<Progress, Error> {
        let (tenant, application) = (scope.tenant, scope.application.ordinal);
        let closed = Closed::load(self.db.read(), scope.organization, now).await?;
        let counted = team_day::counted(self.db.read(), tenant, application).await?;
        let through =
            closed.iter().map(|(place, _, _)| counted.get(place).copied().unwrap_or(i32::MIN)).min();
        let through = through.unwrap_or(i32::MIN).min(closed.everywhere());
        let due = team_week::open_weeks(self.db.read(), tenant, application)
            .await?
            .into_iter()
            .find(|week| week.end <= through && (week.dirty > 0 || is_final(week.end, now)));
        let Some(week) = due else { return Ok(Progress::Idle) };

        let (first, end) = (week.end - MARK_DAYS + 1, week.end);
        let roster = store::roster::load(self.db.read(), scope.organization, first, end).await?;
        let marks = store::mark::load(self.db.read(), tenant, application, first..=end).await?;
        let window = end - WINDOW_DAYS + 1..=end;
        let used = event::acts::features_used(self.db.read(), tenant, application, window.clone()).await?;
        let mut features: BTreeMap<u32, u32> = BTreeMap::new();
        for (subject, feature) in used {
            if scope.known.contains(&feature) {
                *features.entry(subject).or_default() += 1;
            }
        }
        let quality = store::quality::by_team(self.db.read(), tenant, application, window).await?;
        let weeks = weeks::build(scope, &roster, &marks, &features, &quality, end);

        let is_final = is_final(end, now);
        let tx = self.db.begin().await?;
        team_week::clear_provisional(&tx, tenant, application, end).await?;
        team_week::save(&tx, tenant, application, end, is_final, false, &weeks).await?;
        team_week::computed(&tx, tenant, application, week, is_final).await?;
        tx.commit().await?;
        Ok(Progress::Worked)
    }
}

#[async_trait]
impl Job for CountWeeks {
    fn name(&self) -> &'static str {
        "telemetry.count_weeks"
    }

    fn every(&self) -> Duration {
        self.every
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let now = to_micros(now);
        let mut progress = Progress::Idle;
        for (organization, tenant, applications) in applications(&self.db).await? {
            for application in &applications {
                let scope = Scope::load(self.db.read(), &organization, tenant, application).await?;
                if self.count(&scope, now).await? == Progress::Worked {
                    progress = Progress::Worked;
                }
            }
        }
        Ok(progress)
    }
}
