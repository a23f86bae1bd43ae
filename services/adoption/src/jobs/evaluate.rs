//! `adoption.evaluate`: evaluates days whose counts have come, in order, a bounded number of them at a time. It goes on from
//! what it kept of the days before, so that a new day, or one that late counts restate, costs a day. All that
//! comes of them is written in one transaction, so that being killed anywhere loses nothing and doubles nothing.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
    time::Duration,
};

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    db::{Tx, time::to_micros},
    directory::{self, TeamTree},
    error::Error,
    module::{Job, Progress},
};

use super::EVERY;
use crate::{
    Adoption,
    domain::{
        evaluator::{
            Before, DayCount, DayResult, Evaluator, Kept, Names, NotJudged, Surroundings, UnitWeek, WARM_DAYS,
        },
        flag::{Flag, Kind},
        ledger::Ledger,
        rule::RING_DAYS,
        standing::{Day, State},
    },
    events,
    store::{self, count, count::Application},
};

/// Days that are evaluated in one transaction, at most.
const DAYS_AT_ONCE: Day = 60;
/// Days of cells that are evaluated in one transaction, about: it bounds what is held in memory.
const CELL_DAYS_AT_ONCE: usize = 200_000;

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
        let s = &self.0;
        let db = s.db.read();
        let Some(application) = count::next_dirty(db).await? else { return Ok(Progress::Idle) };
        let names = s.names.load(db, &application.organization, &application.id).await?;
        let Some(span) = Span::next(&application, names.len()) else { return Ok(Progress::Idle) };
        let (evaluator, flagged_before) = prepare(s, &application, &span, names).await?;
        let first = evaluator.day().map_or(span.warm, |last| last + 1);
        let counts = count::days(db, &application.organization, &application.id, first, span.last).await?;
        let judged = tokio::task::spawn_blocking(move || judge(evaluator, counts, &span))
            .await
            .map_err(Error::internal)?;
        let tx = s.db.begin().await?;
        write(s, &tx, &application, &span, judged, &flagged_before, now).await?;
        tx.commit().await?;
        Ok(Progress::Worked)
    }
}

/// The days of one transaction.
#[derive(Debug, Clone, Copy)]
struct Span {
    /// The first day whose counts are needed when nothing is kept of the days before.
    warm: Day,
    /// The first day that is judged.
    first: Day,
    /// The last.
    last: Day,
    /// Whether no later day has counts.
    is_newest: bool,
}

impl Span {
    fn next(application: &Application, cells: usize) -> Option<Self> {
        let dirty = application.dirty_day?;
        // Days without counts are evaluated too: each builds on the one before.
        let first = application.evaluated_day.map_or(application.first_day, |d| dirty.min(d + 1));
        let days = Day::try_from(CELL_DAYS_AT_ONCE / cells.max(1)).unwrap_or(DAYS_AT_ONCE);
        let last = application.last_day.min(first + days.clamp(1, DAYS_AT_ONCE) - 1);
        Some(Self {
            warm: (first - WARM_DAYS).max(application.first_day),
            first,
            last,
            is_newest: last == application.last_day,
        })
    }
}

/// An evaluator that knows how everybody stood the day before, and the units that were FLAGGED. It goes on from what is
/// kept of the days before; where that is missing, it is new and must see their counts first.
async fn prepare(
    s: &Adoption,
    application: &Application,
    span: &Span,
    names: Arc<Names>,
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
    let positions: HashMap<_, _> = positions.into_iter().map(|p| (p.position, p.standing)).collect();
    let days = (span.first, span.last);
    if let Some(past) = store::rule_day::past(db, organization, id, days, application.first_day).await?
        && let Some(evaluator) =
            Evaluator::resume(surroundings.clone(), units.clone(), positions.clone(), names.clone(), &past)
    {
        return Ok((evaluator, flagged));
    }
    Ok((Evaluator::new(surroundings, units, positions).with_names(names), flagged))
}

type Counts = BTreeMap<Day, Vec<(u32, DayCount)>>;

/// A day with what came of it, the weeks that it publishes, and the units as they are kept.
struct Judged {
    day: Day,
    result: DayResult,
    weeks: Vec<UnitWeek>,
    packed: Vec<u8>,
}

/// What came of some days, and what is kept of them to go on from there.
struct Evaluated {
    days: Vec<Judged>,
    kept: Vec<(Day, Kept)>,
}

fn judge(mut evaluator: Evaluator, mut counts: Counts, span: &Span) -> Evaluated {
    let mut evaluated = Evaluated { days: Vec::new(), kept: Vec::new() };
    let start = evaluator.day().map_or(span.warm, |last| last + 1);
    let back = Day::try_from(RING_DAYS).unwrap_or(Day::MAX);
    for day in start..=span.last {
        evaluator.push_numbered(day, counts.remove(&day).unwrap_or_default());
        // An evaluator that began anew counts from another day: what is kept of the days before fits it no longer.
        if day >= span.first - back {
            evaluated.kept.push((day, evaluator.keep()));
        }
        if day >= span.first {
            let result = evaluator.judge();
            let weeks = evaluator.weeks(&result.units);
            let packed = store::unit_day::pack(day, &result);
            evaluated.days.push(Judged { day, result, weeks, packed });
        }
    }
    evaluated
}

async fn write(
    s: &Adoption,
    tx: &Tx,
    application: &Application,
    span: &Span,
    evaluated: Evaluated,
    flagged_before: &[String],
    now: Timestamp,
) -> Result<(), Error> {
    let (organization, id) = (application.organization.as_str(), application.id.as_str());
    let flags = store::flag::touched_from(tx, organization, id, span.first).await?;
    let mut ledger = Ledger::new(id, flags, flagged_before, span.first);
    let mut judged = BTreeMap::new();
    for Judged { day, result, weeks, packed } in evaluated.days {
        store::unit_day::replace(tx, organization, id, day, packed).await?;
        store::position_day::replace(tx, organization, id, day, &result.positions).await?;
        store::week::publish(tx, organization, id, &weeks).await?;
        ledger.day(day, &result.units, to_micros(now), || s.ids.next());
        judged.insert(day, result.units.iter().filter(|u| u.not_judged.is_none()).count());
    }
    for (day, kept) in evaluated.kept {
        store::rule_day::keep(tx, organization, id, day, kept).await?;
    }
    store::rule_day::forget(tx, organization, id, span.last).await?;
    if span.is_newest {
        ledger.settle(span.last);
    }
    let changes = ledger.into_changes();
    let tree =
        if changes.is_empty() { TeamTree::default() } else { directory::teams(tx, organization).await? };
    for entry in changes {
        let flag = entry.flag;
        store::flag::save(tx, organization, &flag).await?;
        for told in &entry.lines {
            s.tell(tx, organization, &flag.id, told).await?;
            if flag.announced && matches!(told.kind, Kind::Cleared | Kind::Withdrawn) {
                let team = Adoption::team_name(&tree, &flag.anchor);
                tell_cleared(s, tx, organization, &flag, &team, told.kind).await?;
            }
        }
    }
    let dirty = (!span.is_newest).then_some(span.last + 1);
    count::advance(tx, organization, id, span.last, dirty, application.version).await?;
    follow(tx, organization, id, span, &judged, now).await
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

/// Brings the runs that were asked for up to date. `judged`: how many teams were judged on each day.
async fn follow(
    tx: &Tx,
    organization: &str,
    application: &str,
    span: &Span,
    judged: &BTreeMap<Day, usize>,
    now: Timestamp,
) -> Result<(), Error> {
    let going = store::run::all_going(tx, organization, application).await?;
    for mut run in going.into_iter().filter(|run| span.last >= run.start_day) {
        // Days after its own are evaluated with them: what they found is not of this run.
        let last = span.last.min(run.end_day);
        run.days_done = run.days_done.max(last - run.start_day + 1);
        if let Some(judged) = judged.get(&last) {
            run.teams_judged = i32::try_from(*judged).unwrap_or(i32::MAX);
        }
        run.flags_open = store::flag::open_count(tx, organization, application).await?;
        let over = last == run.end_day;
        (if over { "DONE" } else { "RUNNING" }).clone_into(&mut run.state);
        run.end_time = over.then(|| to_micros(now));
        store::run::save(tx, organization, &run).await?;
    }
    Ok(())
}
