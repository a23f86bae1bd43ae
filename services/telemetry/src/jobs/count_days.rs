//! `count_days`: counts the days that closed and those that late events or the directory restate.

use std::{collections::HashMap, time::Duration};

use async_trait::async_trait;
use jiff::{Timestamp, tz::TimeZone};
use kit::{
    db::{
        Db,
        time::{from_micros, to_days, to_micros},
    },
    error::Error,
    module::{Job, Progress},
    outbox::Outbox,
};

use super::applications;
use crate::{
    counting::{
        Closed, Scope,
        days::{self, Counted},
    },
    domain::{
        days::{DAY_MICROS, utc_day},
        retention::{RAW_DAYS, first_raw_day},
    },
    store::{
        self,
        dirty::{self, Dirty, What},
        event, team_day,
    },
};

/// Days that one step counts.
const STEP: i32 = 31;

/// See the module.
pub(crate) struct CountDays {
    pub(crate) db: Db,
    pub(crate) outbox: Outbox,
    pub(crate) every: Duration,
}

/// The local days to count, and what is done when they are.
struct Plan {
    from: i32,
    to: i32,
    dirty: Vec<Dirty>,
    closing: HashMap<String, i32>,
}

/// The day of an instant in a time zone.
fn day_at(zone: &TimeZone, micros: i64) -> i32 {
    to_days(from_micros(micros).to_zoned(zone.clone()).date())
}

impl CountDays {
    /// A change of the directory restates every day of which events are kept.
    async fn spread_directory(
        &self,
        organization: &str,
        scopes: &[(i64, u32)],
        today: i32,
    ) -> Result<(), Error> {
        let Some(stamp) = dirty::directory(self.db.read(), organization).await? else { return Ok(()) };
        let tx = self.db.begin().await?;
        for (tenant, application) in scopes {
            let days = first_raw_day(today)..=today;
            dirty::mark(&tx, *tenant, *application, What::Usage, days.clone()).await?;
            dirty::mark(&tx, *tenant, *application, What::Quality, days).await?;
        }
        dirty::directory_seen(&tx, organization, stamp).await?;
        tx.commit().await
    }

    /// What is due for an application: days that closed since they were counted, and those that changed since.
    async fn plan(&self, scope: &Scope<'_>, closed: &Closed, today: i32) -> Result<Plan, Error> {
        let (tenant, application) = (scope.tenant, scope.application.ordinal);
        // Only of these days every event is still kept.
        let whole_from = first_raw_day(today) + 1;
        // Before the application was entered, or its first event, nobody was expected to use it.
        let kept = event::acts::first_day(self.db.read(), tenant, application).await?;
        let entered = utc_day(scope.application.create_time);
        let start = kept.map_or(entered, |low| entered.min(low - 1)).max(whole_from);
        let mut plan = Plan { from: i32::MAX, to: i32::MIN, dirty: Vec::new(), closing: HashMap::new() };
        for dirty in dirty::list(self.db.read(), tenant, application, What::Usage).await? {
            let begin = i64::from(dirty.day) * DAY_MICROS;
            let over: Vec<(i32, i32)> = closed
                .iter()
                .map(|(_, zone, over)| (day_at(zone, begin), day_at(zone, begin + DAY_MICROS - 1).min(over)))
                .filter(|(from, to)| from <= to)
                .collect();
            // A day that is not over anywhere is counted when it is; until then the mark stays.
            if let (Some(from), Some(to)) = (over.iter().map(|o| o.0).min(), over.iter().map(|o| o.1).max()) {
                if to >= start {
                    plan.from = plan.from.min(from.max(start));
                    plan.to = plan.to.max(to);
                }
                plan.dirty.push(dirty);
            }
        }
        let counted = team_day::counted(self.db.read(), tenant, application).await?;
        for (place, _, over) in closed.iter() {
            let from = counted.get(place).map_or(start, |through| (through + 1).max(whole_from));
            if from <= over {
                plan.from = plan.from.min(from);
                plan.to = plan.to.max(over);
                plan.closing.insert(place.to_owned(), over);
            }
        }
        Ok(plan)
    }

    async fn count(&self, scope: &Scope<'_>, now: i64) -> Result<Progress, Error> {
        let today = utc_day(now);
        let (tenant, application) = (scope.tenant, scope.application.ordinal);
        let closed = Closed::load(self.db.read(), scope.organization, now).await?;
        let plan = self.plan(scope, &closed, today).await?;
        if plan.dirty.is_empty() && plan.closing.is_empty() {
            return Ok(Progress::Idle);
        }
        if scope.core.is_empty() || plan.from > plan.to {
            // Nobody is expected to use it, or nothing of these days is kept any longer.
            if plan.dirty.is_empty() {
                return Ok(Progress::Idle);
            }
            let tx = self.db.begin().await?;
            for dirty in plan.dirty {
                dirty::clear(&tx, tenant, application, What::Usage, dirty).await?;
            }
            tx.commit().await?;
            return Ok(Progress::Worked);
        }

        let to = plan.to.min(plan.from + STEP - 1);
        let roster = store::roster::load(self.db.read(), scope.organization, plan.from, to).await?;
        let marks = days::marks_from_events(self.db.read(), scope, &roster, plan.from..=to).await?;
        let tx = self.db.begin().await?;
        let counted =
            Counted { scope, roster: &roster, marks: &marks, closed: &closed, history: false, today };
        days::write(&tx, &self.outbox, &counted, plan.from..=to).await?;
        for (place, over) in &plan.closing {
            team_day::set_counted(&tx, tenant, application, place, to.min(*over)).await?;
        }
        for dirty in plan.dirty.into_iter().filter(|d| d.day < to || to == plan.to) {
            dirty::clear(&tx, tenant, application, What::Usage, dirty).await?;
        }
        tx.commit().await?;
        Ok(Progress::Worked)
    }
}

#[async_trait]
impl Job for CountDays {
    fn name(&self) -> &'static str {
        "telemetry.count_days"
    }

    fn every(&self) -> Duration {
        self.every
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let now = to_micros(now);
        let mut progress = Progress::Idle;
        for (organization, tenant, applications) in applications(&self.db).await? {
            let scopes: Vec<(i64, u32)> = applications.iter().map(|a| (tenant, a.ordinal)).collect();
            self.spread_directory(&organization, &scopes, utc_day(now)).await?;
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

/// Raw events must outlive the window that they can be counted in.
const _: () = assert!(RAW_DAYS > STEP);
