//! `adoption.evaluate`: evaluates days whose counts have come, in order, a bounded number of them at a time. All that
//! comes of them is written in one transaction, so that being killed anywhere loses nothing and doubles nothing.

use std::{
    collections::{BTreeMap, HashMap},
    time::Duration,
};

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    db::{Tx, time::to_micros},
    directory,
    error::Error,
    module::{Job, Progress},
};

use super::EVERY;
use crate::{
    Adoption,
    domain::{
        evaluator::{
            Before, CellKey, DayCount, DayResult, Evaluator, NotJudged, Surroundings, UnitWeek, WARM_DAYS,
        },
        flag::{Flag, Kind},
        ledger::Ledger,
        standing::{Day, State},
    },
    events,
    store::{self, count, count::Application},
};

/// Days that are evaluated in one transaction.
const DAYS_AT_ONCE: Day = 60;

/// The job.
pub(super) struct Evaluate(pub(super) Adoption);

#[async_trait]
impl Job for Evaluate {
    fn name(&self) -> &'static str {
        "adoption.evaluate"
    }

    fn every(&self) -> Duration {
        EVERY
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let Some(application) = count::next_dirty(self.0.db.read()).await? else { return Ok(Progress::Idle) };
        let Some(span) = Span::next(&application) else { return Ok(Progress::Idle) };
        let (evaluator, flagged_before) = prepare(&self.0, &application, &span).await?;
        let counts = counts(&self.0, &application, &span).await?;
        let judged = tokio::task::spawn_blocking(move || judge(evaluator, &counts, &span))
            .await
            .map_err(Error::internal)?;
        let tx = self.0.db.begin().await?;
        write(&self.0, &tx, &application, &span, &judged, &flagged_before, now).await?;
        tx.commit().await?;
        Ok(Progress::Worked)
    }
}

/// The days of one transaction.
#[derive(Debug, Clone, Copy)]
struct Span {
    /// The first day that is pushed.
    warm: Day,
    /// The first day that is judged.
    first: Day,
    /// The last.
    last: Day,
    /// Whether no later day has counts.
    is_newest: bool,
}

impl Span {
    fn next(application: &Application) -> Option<Self> {
        let dirty = application.dirty_day?;
        // Days without counts are evaluated too: each builds on the one before.
        let first = application.evaluated_day.map_or(application.first_day, |d| dirty.min(d + 1));
        let last = application.last_day.min(first + DAYS_AT_ONCE - 1);
        Some(Self {
            warm: (first - WARM_DAYS).max(application.first_day),
            first,
            last,
            is_newest: last == application.last_day,
        })
    }
}

/// An evaluator that knows how everybody stood the day before, and the units that were FLAGGED.
async fn prepare(
    s: &Adoption,
    application: &Application,
    span: &Span,
) -> Result<(Evaluator, Vec<String>), Error> {
    let db = s.db.read();
    let (organization, id) = (application.organization.as_str(), application.id.as_str());
    let tree = directory::teams(db, organization).await?;
    let targets = directory::positions(db, organization).await?;
    let surroundings = Surroundings {
        parents: tree.iter().filter_map(|t| Some((t.id.clone(), t.parent.clone()?))).collect(),
        targets: targets.into_iter().filter_map(|p| Some((p.id, p.target_rate?))).collect(),
        decisions: store::flag::decisions(db, organization, id).await?,
        strict: store::settings::load(db, organization).await?.strict,
    };
    let before = store::unit_day::on(db, organization, id, span.first - 1).await?;
    let units: HashMap<String, Before> = before
        .into_iter()
        .filter(|k| k.not_judged != Some(NotJudged::TeamTooSmall))
        .map(|k| (k.unit, k.before))
        .collect();
    let flagged =
        |(unit, before): (&String, &Before)| (before.standing.state == State::Flagged).then(|| unit.clone());
    let mut flagged: Vec<String> = units.iter().filter_map(flagged).collect();
    flagged.sort();
    let positions = store::position_day::on(db, organization, id, span.first - 1).await?;
    let positions = positions.into_iter().map(|p| (p.position, p.standing)).collect();
    Ok((Evaluator::new(surroundings, units, positions), flagged))
}

type Counts = BTreeMap<Day, Vec<(CellKey, DayCount)>>;

async fn counts(s: &Adoption, application: &Application, span: &Span) -> Result<Counts, Error> {
    let Application { organization, id, .. } = application;
    count::days(s.db.read(), organization, id, span.warm, span.last).await
}

/// A day with what came of it, and the weeks that it publishes.
struct Judged {
    day: Day,
    result: DayResult,
    weeks: Vec<UnitWeek>,
}

fn judge(mut evaluator: Evaluator, counts: &Counts, span: &Span) -> Vec<Judged> {
    let mut judged = Vec::new();
    for day in span.warm..=span.last {
        evaluator.push(day, counts.get(&day).map(Vec::as_slice).unwrap_or_default());
        if day >= span.first {
            let result = evaluator.judge();
            let weeks = evaluator.weeks(&result.units);
            judged.push(Judged { day, result, weeks });
        }
    }
    judged
}

async fn write(
    s: &Adoption,
    tx: &Tx,
    application: &Application,
    span: &Span,
    judged: &[Judged],
    flagged_before: &[String],
    now: Timestamp,
) -> Result<(), Error> {
    let (organization, id) = (application.organization.as_str(), application.id.as_str());
    let flags = store::flag::touched_from(tx, organization, id, span.first).await?;
    let mut ledger = Ledger::new(id, flags, flagged_before, span.first);
    for Judged { day, result, weeks } in judged {
        store::unit_day::replace(tx, organization, id, *day, result).await?;
        store::position_day::replace(tx, organization, id, *day, &result.positions).await?;
        store::week::publish(tx, organization, id, weeks).await?;
        ledger.day(*day, &result.units, to_micros(now), || s.ids.next());
    }
    if span.is_newest {
        ledger.settle(span.last);
    }
    let tree = directory::teams(tx, organization).await?;
    for entry in ledger.into_changes() {
        let mut flag = entry.flag;
        store::flag::save(tx, organization, &mut flag).await?;
        for told in &entry.lines {
            s.tell(tx, organization, &flag.id, told).await?;
            if flag.announced && matches!(told.kind, Kind::Cleared | Kind::Withdrawn) {
                tell_cleared(
                    s,
                    tx,
                    organization,
                    &flag,
                    &Adoption::team_name(&tree, &flag.anchor),
                    told.kind,
                )
                .await?;
            }
        }
    }
    let dirty = (!span.is_newest).then_some(span.last + 1);
    count::advance(tx, organization, id, span.last, dirty, application.version).await?;
    follow(tx, organization, id, span, judged, now).await
}

async fn tell_cleared(
    s: &Adoption,
    tx: &Tx,
    organization: &str,
    flag: &Flag,
    team: &str,
    kind: Kind,
) -> Result<(), Error> {
    s.outbox.add(tx, organization, &events::flag_cleared(organization, flag, team, kind)).await?;
    Ok(())
}

/// Brings a run that was asked for up to date.
async fn follow(
    tx: &Tx,
    organization: &str,
    application: &str,
    span: &Span,
    judged: &[Judged],
    now: Timestamp,
) -> Result<(), Error> {
    let Some(mut run) = store::run::going(tx, organization, application, None).await? else { return Ok(()) };
    if span.last < run.start_day {
        return Ok(());
    }
    run.days_done = run.days_done.max(span.last.min(run.end_day) - run.start_day + 1);
    let units = judged.last().map_or(0, |j| j.result.units.iter().filter(|u| u.not_judged.is_none()).count());
    run.teams_judged = i32::try_from(units).unwrap_or(i32::MAX);
    run.flags_open = store::flag::open_count(tx, organization, application).await?;
    let over = span.last >= run.end_day;
    (if over { "DONE" } else { "RUNNING" }).clone_into(&mut run.state);
    run.end_time = over.then(|| to_micros(now));
    store::run::save(tx, organization, &run).await
}
