//! History: acts of which no raw event is kept become counts of teams as if they had been seen then.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use kit::{
    db::{Db, time::to_micros},
    error::Error,
    outbox::Outbox,
};

use super::{
    Closed, Scope,
    days::{self, Changed, Writing},
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
    store::{self, team_week},
};

/// Days that go into one transaction.
const STEP: i32 = 31;
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

/// Counts acts of before `live_from`, the first day that raw events are kept of. They may come in any order.
pub(crate) async fn count(
    db: &Db,
    outbox: &Outbox,
    scope: &Scope<'_>,
    acts: &[Act],
    live_from: i32,
    now: jiff::Timestamp,
) -> Result<Changed, Error> {
    let now = to_micros(now);
    let (today, mut changed) = (utc_day(now), Changed::default());
    let Some(first) = acts.iter().map(|a| utc_day(a.at) - 1).min() else { return Ok(changed) };
    let last = acts.iter().map(|a| utc_day(a.at) + 1).max().unwrap_or(first).min(live_from - 1);
    let closed = Closed::load(db.read(), scope.organization, now).await?;
    let roster =
        store::roster::load(db.read(), scope.organization, first - LOOK_BACK, last + WINDOW_DAYS).await?;

    let mut marker = Marker::new(&roster, &scope.core);
    for act in acts.iter().filter(|a| scope.known.contains(&a.feature)) {
        marker.add(act.subject, act.feature, act.at);
    }
    let mut marks = marker.finish();
    marks.retain(|day, _| *day < live_from);
    let (Some(first), Some(last)) = (marks.keys().next().copied(), marks.keys().last().copied()) else {
        return Ok(changed);
    };
    let kept_from = first.max(first_mark_day(today));
    let kept =
        store::mark::load(db.read(), scope.tenant, scope.application.ordinal, kept_from..=last).await?;
    for (day, bits) in &kept {
        marks.entry(*day).or_default().union(bits);
    }

    let mut from = first;
    while from <= last {
        let until = (from + STEP - 1).min(last);
        let tx = db.begin().await?;
        let writing =
            Writing { outbox, scope, roster: &roster, marks: &marks, closed: &closed, history: true, today };
        let step = days::write(&tx, &writing, from..=until).await?;
        tx.commit().await?;
        changed.created += step.created;
        changed.updated += step.updated;
        changed.unchanged += step.unchanged;
        from = until + 1;
    }
    write_weeks(db, scope, &roster, &marks, acts, (first, last), now).await?;
    Ok(changed)
}

/// Publishes the weeks of the past; those that are not final yet are left to the job, which knows the raw events too.
async fn write_weeks(
    db: &Db,
    scope: &Scope<'_>,
    roster: &Roster,
    marks: &Marks,
    acts: &[Act],
    (first, last): (i32, i32),
    now: i64,
) -> Result<(), Error> {
    let (tenant, application) = (scope.tenant, scope.application.ordinal);
    let mut sorted: Vec<Act> = acts.iter().filter(|a| scope.known.contains(&a.feature)).copied().collect();
    sorted.sort_unstable_by_key(|a| a.at);
    let ends: BTreeSet<i32> = (first..=last).map(week_end).collect();
    for end in ends {
        let tx = db.begin().await?;
        if is_final(end, now) {
            let mut features: BTreeMap<u32, u32> = BTreeMap::new();
            for (subject, _) in features_used(&sorted, end) {
                *features.entry(subject).or_default() += 1;
            }
            let quality =
                store::quality::by_team(&*tx, tenant, application, end - WINDOW_DAYS + 1..=end).await?;
            let weeks = weeks::build(scope, roster, marks, &features, &quality, end);
            team_week::save(&tx, tenant, application, end, true, true, &weeks).await?;
            let week = team_week::Week { end, is_final: true, dirty: 0 };
            team_week::computed(&tx, tenant, application, week, true).await?;
        } else {
            team_week::mark(&tx, tenant, application, end).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Which features each person used in the 28 days up to the end of a week, by UTC days.
fn features_used(sorted: &[Act], end: i32) -> HashSet<(u32, u32)> {
    let from = sorted.partition_point(|a| utc_day(a.at) <= end - WINDOW_DAYS);
    let to = sorted.partition_point(|a| utc_day(a.at) <= end);
    sorted[from..to].iter().map(|a| (a.subject, a.feature)).collect()
}
