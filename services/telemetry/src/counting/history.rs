//! History: acts of which no raw event is kept become counts of teams as if they had been seen then.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    ops::RangeInclusive,
};

use kit::{
    db::{Db, time::to_micros},
    error::Error,
    outbox::Outbox,
};

use super::{
    Closed, Scope,
    days::{self, Changed, Counted},
    weeks,
};
use crate::{
    domain::{
        count::{Marker, Marks},
        days::{utc_day, week_end},
        retention::{first_mark_day, is_final},
        roster::Roster,
        week::WINDOW_DAYS,
    },
    store::{
        self, ConnectionTrait,
        team_week::{self, TeamWeek},
    },
};

/// Days that go into one transaction.
const STEP_DAYS: i32 = 31;
const STEP: usize = STEP_DAYS as usize;
/// The habit ladder looks back so far.
const LOOK_BACK: i32 = 91;

/// An act of the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Act {
    /// Whose.
    pub(crate) subject: u32,
    /// Of what.
    pub(crate) feature: u32,
    /// When.
    pub(crate) at: i64,
}

/// What acts make of the days of before `live_from`, the first day that raw events are kept of.
pub(crate) struct Past<'a> {
    scope: &'a Scope<'a>,
    acts: &'a [Act],
    closed: Closed,
    roster: Roster,
    marks: Marks,
    first: i32,
    last: i32,
    now: i64,
}

/// What history changes, by kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// Counts of teams on days.
    pub(crate) days: Changed,
    /// Figures of teams in weeks that are published and final.
    pub(crate) weeks: Changed,
}

impl<'a> Past<'a> {
    /// Reads what is needed; `None` if the acts make nothing of any day. They may come in any order. `ordinals` are those
    /// of external ids, normalised.
    pub(crate) async fn load<C: ConnectionTrait>(
        db: &C,
        scope: &'a Scope<'a>,
        ordinals: &HashMap<String, u32>,
        acts: &'a [Act],
        live_from: i32,
        now: jiff::Timestamp,
    ) -> Result<Option<Self>, Error> {
        let now = to_micros(now);
        let Some(first) = acts.iter().map(|a| utc_day(a.at) - 1).min() else { return Ok(None) };
        let last = acts.iter().map(|a| utc_day(a.at) + 1).max().unwrap_or(first).min(live_from - 1);
        let closed = Closed::load(db, scope.organization, now).await?;
        let (from, until) = (first - LOOK_BACK, last + WINDOW_DAYS);
        let roster = store::roster::load_with(db, scope.organization, ordinals, from, until).await?;

        let mut marker = Marker::new(&roster, &scope.core);
        for act in acts.iter().filter(|a| scope.known.contains(&a.feature)) {
            marker.add(act.subject, act.feature, act.at);
        }
        let mut marks = marker.finish();
        marks.retain(|day, _| *day < live_from);
        let (Some(first), Some(last)) = (marks.keys().next().copied(), marks.keys().last().copied()) else {
            return Ok(None);
        };
        let kept_from = first.max(first_mark_day(utc_day(now)));
        let kept = store::mark::load(db, scope.tenant, scope.application.ordinal, kept_from..=last).await?;
        for (day, bits) in &kept {
            marks.entry(*day).or_default().union(bits);
        }
        Ok(Some(Self { scope, acts, closed, roster, marks, first, last, now }))
    }

    fn counted(&self) -> Counted<'_> {
        let Self { scope, roster, marks, closed, .. } = self;
        Counted { scope, roster, marks, closed, history: true, today: utc_day(self.now) }
    }

    /// The days, in pieces that go into one transaction.
    pub(crate) fn steps(&self) -> impl Iterator<Item = RangeInclusive<i32>> + use<> {
        let (first, last) = (self.first, self.last);
        (first..=last).step_by(STEP).map(move |from| from..=(from + STEP_DAYS - 1).min(last))
    }

    /// How far a step is, of `rows`.
    pub(crate) fn share(&self, step: &RangeInclusive<i32>, rows: u64) -> u64 {
        let days = u64::from((self.last - self.first + 1).unsigned_abs());
        rows * u64::from((step.end() - self.first + 1).unsigned_abs()) / days.max(1)
    }

    /// What counting these days would change.
    pub(crate) async fn compare<C: ConnectionTrait>(
        &self,
        db: &C,
        step: RangeInclusive<i32>,
    ) -> Result<Changed, Error> {
        days::compare(db, &self.counted(), step).await
    }

    /// Counts these days.
    pub(crate) async fn write(
        &self,
        db: &Db,
        outbox: &Outbox,
        step: RangeInclusive<i32>,
    ) -> Result<Changed, Error> {
        let tx = db.begin().await?;
        let changed = days::write(&tx, outbox, &self.counted(), step).await?;
        tx.commit().await?;
        Ok(changed)
    }

    /// What publishing the weeks of these days would change.
    pub(crate) async fn compare_weeks<C: ConnectionTrait>(&self, db: &C) -> Result<Changed, Error> {
        let mut changed = Changed::default();
        let sorted = self.sorted();
        for end in self.week_ends().filter(|end| is_final(*end, self.now)) {
            let weeks = self.week(db, &sorted, end).await?;
            changed.add(self.differences(db, end, &weeks).await?);
        }
        Ok(changed)
    }

    /// Publishes the weeks of the past; those that are not final yet are left to the job, which knows the raw events too.
    pub(crate) async fn write_weeks(&self, db: &Db) -> Result<Changed, Error> {
        let (tenant, application) = (self.scope.tenant, self.scope.application.ordinal);
        let mut changed = Changed::default();
        let sorted = self.sorted();
        for end in self.week_ends() {
            let tx = db.begin().await?;
            if is_final(end, self.now) {
                let weeks = self.week(&tx, &sorted, end).await?;
                changed.add(self.differences(&tx, end, &weeks).await?);
                team_week::save(&tx, tenant, application, end, true, true, &weeks).await?;
                let week = team_week::Week { end, is_final: true, dirty: 0 };
                team_week::computed(&tx, tenant, application, week, true).await?;
            } else {
                team_week::mark(&tx, tenant, application, end).await?;
            }
            tx.commit().await?;
        }
        Ok(changed)
    }

    fn week_ends(&self) -> impl Iterator<Item = i32> + use<> {
        (self.first..=self.last).map(week_end).collect::<BTreeSet<i32>>().into_iter()
    }

    fn sorted(&self) -> Vec<Act> {
        let known = &self.scope.known;
        let mut sorted: Vec<Act> = self.acts.iter().filter(|a| known.contains(&a.feature)).copied().collect();
        sorted.sort_unstable_by_key(|a| a.at);
        sorted
    }

    async fn week<C: ConnectionTrait>(
        &self,
        db: &C,
        sorted: &[Act],
        end: i32,
    ) -> Result<Vec<TeamWeek>, Error> {
        let mut features: BTreeMap<u32, u32> = BTreeMap::new();
        for (subject, _) in features_used(sorted, end) {
            *features.entry(subject).or_default() += 1;
        }
        let (tenant, application) = (self.scope.tenant, self.scope.application.ordinal);
        let quality = store::quality::by_team(db, tenant, application, end - WINDOW_DAYS + 1..=end).await?;
        Ok(weeks::build(self.scope, &self.roster, &self.marks, &features, &quality, end))
    }

    /// How weeks differ from those that are kept: of two accounts of an old week the fuller one stays.
    async fn differences<C: ConnectionTrait>(
        &self,
        db: &C,
        end: i32,
        weeks: &[TeamWeek],
    ) -> Result<Changed, Error> {
        let (tenant, application) = (self.scope.tenant, self.scope.application.ordinal);
        let kept = team_week::kept(db, tenant, application, end).await?;
        let mut changed = Changed::default();
        for week in weeks {
            match kept.get(&(week.team.clone(), week.position.clone())) {
                None => changed.created += 1,
                Some((active_days, figures))
                    if *active_days <= week.active_days && *figures != week.figures =>
                {
                    changed.updated += 1;
                }
                Some(_) => changed.unchanged += 1,
            }
        }
        Ok(changed)
    }
}

/// Which features each person used in the 28 days up to the end of a week, by UTC days.
fn features_used(sorted: &[Act], end: i32) -> HashSet<(u32, u32)> {
    let from = sorted.partition_point(|a| utc_day(a.at) <= end - WINDOW_DAYS);
    let to = sorted.partition_point(|a| utc_day(a.at) <= end);
    sorted[from..to].iter().map(|a| (a.subject, a.feature)).collect()
}
