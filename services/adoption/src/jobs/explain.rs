//! `adoption.explain`: collects the evidence of open flags, proposes a barrier, tells of new flags, and where the
//! organization wants it so, starts the intervention by itself. It also brings back what was put off until today.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    db::{Tx, time::to_micros},
    directory,
    error::Error,
    module::{Job, Progress},
};

use super::{EVERY, evidence};
use crate::{
    Adoption,
    domain::{
        barrier::{Diagnosis, diagnose},
        flag::{Actor, Flag, KeptFact, Kind, Status, Told},
    },
    events,
    store::{self, count},
};

/// Flags at a time.
const FLAGS_AT_ONCE: u64 = 20;
/// Facts are collected again after a day, in microseconds.
const FACTS_LAST: i64 = 86_400 * 1_000_000;
/// A source that does not answer is waited for so long, in microseconds; then its facts are missing.
const WAIT: i64 = 3_600 * 1_000_000;

/// The job.
pub(super) struct Explain(pub(super) Adoption);

#[async_trait]
impl Job for Explain {
    fn name(&self) -> &'static str {
        "adoption.explain"
    }

    fn every(&self) -> Duration {
        EVERY
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let s = &self.0;
        let waiting =
            store::flag::waiting(s.db.read(), to_micros(now) - FACTS_LAST, s.today(), FLAGS_AT_ONCE).await?;
        let mut progress = Progress::Idle;
        for (organization, flag) in waiting {
            if explain(s, &organization, &flag, to_micros(now)).await? {
                progress = Progress::Worked;
            }
        }
        Ok(progress)
    }
}

/// Whether something was done.
async fn explain(s: &Adoption, organization: &str, flag: &Flag, now: i64) -> Result<bool, Error> {
    if flag.status == Status::Snoozed && flag.snoozed_until.is_some_and(|d| d <= s.today()) {
        return awake(s, organization, &flag.id).await;
    }
    let known = count::application(s.db.read(), organization, &flag.application).await?;
    let day = known.and_then(|a| a.evaluated_day).unwrap_or(flag.raised_day);
    let collected = evidence::collect(s, organization, flag, day).await;
    // What was found stays until everybody answers again: a neighbour that is away for a while is no other cause.
    let waits = flag.facts_time.is_some() || now - flag.create_time < WAIT;
    if !collected.complete && waits {
        return Ok(false);
    }
    let diagnosis = diagnose(&collected.evidence);
    let tx = s.db.begin().await?;
    let Some(mut flag) = store::flag::load(&tx, organization, &flag.id).await? else { return Ok(false) };
    if flag.status == Status::Cleared || !flag.is_unexplained() {
        return Ok(false);
    }
    propose(s, &tx, organization, &mut flag, &diagnosis, now).await?;
    if !flag.announced {
        announce(s, &tx, organization, &mut flag).await?;
    }
    store::flag::save(&tx, organization, &flag).await?;
    tx.commit().await?;
    Ok(true)
}

async fn awake(s: &Adoption, organization: &str, id: &str) -> Result<bool, Error> {
    let tx = s.db.begin().await?;
    let Some(mut flag) = store::flag::load(&tx, organization, id).await? else { return Ok(false) };
    let Some(told) = flag.awake(s.today()) else { return Ok(false) };
    store::flag::save(&tx, organization, &flag).await?;
    s.tell(&tx, organization, id, &told).await?;
    tx.commit().await?;
    Ok(true)
}

async fn propose(
    s: &Adoption,
    tx: &Tx,
    organization: &str,
    flag: &mut Flag,
    diagnosis: &Diagnosis,
    now: i64,
) -> Result<(), Error> {
    flag.facts = diagnosis.facts.iter().map(KeptFact::from).collect();
    flag.facts_time = Some(now);
    if flag.proposed == Some(diagnosis.barrier) {
        return Ok(());
    }
    flag.proposed = Some(diagnosis.barrier);
    let told = Told { barrier: flag.proposed, ..Told::system(Kind::Explained) };
    s.tell(tx, organization, &flag.id, &told).await
}

/// Tells of a new flag; in the automatic mode, one that the strict rule finds too is acted on at once.
async fn announce(s: &Adoption, tx: &Tx, organization: &str, flag: &mut Flag) -> Result<(), Error> {
    let settings = store::settings::load(tx, organization).await?;
    let automatic = settings.automatic && flag.figures.strict;
    flag.announced = true;
    let tree = directory::teams(tx, organization).await?;
    let team = Adoption::team_name(&tree, &flag.anchor);
    s.outbox.add(tx, organization, &events::flag_raised(organization, flag, &team, !automatic)).await?;
    if automatic
        && let Ok(Some(told)) = flag.confirm(None, Actor::System, String::new())
        && let Some(barrier) = flag.barrier
    {
        s.tell(tx, organization, &flag.id, &told).await?;
        s.start_intervention(tx, organization, flag, barrier, "", true).await?;
    }
    Ok(())
}
