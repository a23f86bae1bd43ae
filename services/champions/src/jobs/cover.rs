//! Counts who covers which teams, whenever something changed and on every new day, and tells HR of teams that lost their
//! champion.

use std::time::Duration;

use async_trait::async_trait;
use jiff::{Timestamp, tz::TimeZone};
use kit::{
    error::Error,
    module::{Job, Progress},
};

use crate::{
    Champions, coverage,
    domain::material::{Material, supplied},
    events::published,
    store::{self, ConnectionTrait},
};

/// The job.
pub(super) struct Cover(pub(super) Champions);

#[async_trait]
impl Job for Cover {
    fn name(&self) -> &'static str {
        "champions.cover"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(self.0.config.cover_every_seconds)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let (s, today) = (&self.0, now.to_zoned(TimeZone::UTC).date());
        let tx = s.db.begin().await?;
        let Some(due) = store::roster::next(&tx, today).await? else { return Ok(Progress::Idle) };
        let o = &due.organization;
        if !due.supplied {
            supply(s, &tx, o, now).await?;
        }
        for (gap, lost) in coverage::recount(&tx, o, today).await? {
            s.outbox.add(&tx, o, &published::coverage_lost(o, gap, &lost, today)).await?;
        }
        store::roster::done(&tx, o, today).await?;
        tx.commit().await?;
        Ok(Progress::Worked)
    }
}

/// Puts the materials there that every organization has from the start.
async fn supply<C: ConnectionTrait>(s: &Champions, db: &C, o: &str, now: Timestamp) -> Result<(), Error> {
    for (title, message, barrier) in supplied() {
        let material = Material {
            id: s.ids.next(),
            title,
            message,
            article: None,
            course: None,
            application: None,
            barriers: vec![barrier],
            supplied: true,
            revision: 1,
            update_time: now,
        };
        store::material::save(db, o, &material).await?;
    }
    Ok(())
}
