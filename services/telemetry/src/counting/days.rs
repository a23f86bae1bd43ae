//! Days: marks from raw events, and `n` and `x` with their event.

use std::{
    collections::{BTreeMap, HashMap},
    ops::RangeInclusive,
};

use kit::{
    db::{Tx, time::from_days},
    error::Error,
    outbox::Outbox,
};
use proto::telemetry::v1 as pb;

use super::{Closed, Scope};
use crate::{
    domain::{
        bits::Bits,
        count::{Count, Marker, Marks, counts},
        days::week_end,
        name::{ApplicationName, PositionName, SiteName, TeamName},
        retention::first_mark_day,
        roster::{Cell, Roster},
    },
    store::{
        self, ConnectionTrait, event,
        mark::DayMark,
        team_day::{CellKey, Counts},
        team_week,
    },
};

/// Cells in one event, well below the largest message.
const CELLS: usize = 1_000;

/// The marks of some days from the raw events that are kept.
pub(crate) async fn marks_from_events<C: ConnectionTrait>(
    db: &C,
    scope: &Scope<'_>,
    roster: &Roster,
    days: RangeInclusive<i32>,
) -> Result<Marks, Error> {
    let mut marker = Marker::new(roster, &scope.core);
    // A day of a place lies in two UTC days, sometimes in the one before or after.
    for utc_day in days.start() - 1..=days.end() + 1 {
        for acts in event::acts::on_day(db, scope.tenant, scope.application.ordinal, utc_day).await? {
            if scope.known.contains(&acts.feature) {
                marker.add(acts.subject, acts.feature, acts.first);
                marker.add(acts.subject, acts.feature, acts.last);
            }
        }
    }
    Ok(marker.finish())
}

/// What writing some days changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Changed {
    /// Cells that are new.
    pub(crate) created: u64,
    /// Cells that changed.
    pub(crate) updated: u64,
    /// Cells that are as they were.
    pub(crate) unchanged: u64,
}

/// What is counted, and under which circumstances.
pub(crate) struct Counted<'a> {
    pub(crate) scope: &'a Scope<'a>,
    pub(crate) roster: &'a Roster,
    pub(crate) marks: &'a Marks,
    pub(crate) closed: &'a Closed,
    /// For imports of what no raw event is kept of: of two accounts the larger count stays.
    pub(crate) history: bool,
    pub(crate) today: i32,
}

impl Changed {
    /// Adds what writing other days changed.
    pub(crate) fn add(&mut self, other: Self) {
        self.created += other.created;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
    }
}

/// The cells of a roster.
fn keys(roster: &Roster) -> Vec<CellKey> {
    let key = |c: &Cell| CellKey {
        team: roster.teams[c.team].id.clone(),
        position: roster.positions[c.position].clone(),
        site: roster.places[c.place].id.clone(),
    };
    roster.cells.iter().map(key).collect()
}

/// Counts that differ from what is kept, by day.
type Differences = BTreeMap<i32, Vec<(CellKey, Counts)>>;

/// What counting some days changes, and nothing is written yet. Days that are not over at a place are left out there.
pub(crate) async fn compare<C: ConnectionTrait>(
    db: &C,
    what: &Counted<'_>,
    days: RangeInclusive<i32>,
) -> Result<Changed, Error> {
    let counted = counts(what.roster, &what.scope.core, what.marks, *days.start(), *days.end());
    Ok(differences(db, what, &counted, days).await?.0)
}

async fn differences<C: ConnectionTrait>(
    db: &C,
    what: &Counted<'_>,
    counted: &[Count],
    days: RangeInclusive<i32>,
) -> Result<(Changed, Differences), Error> {
    let Counted { scope, roster, closed, history, .. } = *what;
    let keys = keys(roster);
    let names = store::team_day::cells(db, scope.tenant).await?;
    let ids: HashMap<&CellKey, i64> = names.iter().map(|(id, key)| (key, *id)).collect();
    let mut before = store::team_day::load(db, scope.tenant, scope.application.ordinal, days).await?;
    let over = |site: &str, day: i32| day <= closed.at(site);
    let mut result = Changed::default();
    let mut changed = Differences::new();
    for count in counted {
        let key = &keys[count.cell];
        if !over(&key.site, count.day) {
            continue;
        }
        let old = ids.get(key).and_then(|id| before.remove(&(count.day, *id)));
        let (eligible, new_members) = (i64::from(count.eligible), i64::from(count.new));
        let mut active = i64::from(count.active);
        if history {
            active = active.max(old.map_or(0, |o| o.active)).min(eligible);
        }
        match old {
            Some(o) if (o.eligible, o.active, o.new_members) == (eligible, active, new_members) => {
                result.unchanged += 1;
            }
            _ => {
                let revision = old.map_or(1, |o| o.revision + 1);
                result.created += u64::from(old.is_none());
                result.updated += u64::from(old.is_some());
                let counts = Counts { eligible, active, new_members, revision };
                changed.entry(count.day).or_default().push((key.clone(), counts));
            }
        }
    }
    // Cells that have nobody any longer, because the directory changed.
    for ((day, cell), old) in before {
        let Some(key) = names.get(&cell).filter(|key| over(&key.site, day)) else { continue };
        if old.eligible != 0 || old.active != 0 {
            result.updated += 1;
            let gone = Counts { eligible: 0, active: 0, new_members: 0, revision: old.revision + 1 };
            changed.entry(day).or_default().push((key.clone(), gone));
        }
    }
    Ok((result, changed))
}

/// Writes marks and counts of some days, and tells of those that changed. Days that are not over at a place are left
/// out there.
pub(crate) async fn write(
    tx: &Tx,
    outbox: &Outbox,
    what: &Counted<'_>,
    days: RangeInclusive<i32>,
) -> Result<Changed, Error> {
    let Counted { scope, roster, marks, history, .. } = *what;
    let (tenant, application) = (scope.tenant, scope.application.ordinal);
    let keys = keys(roster);
    let ids = store::team_day::ensure_cells(tx, tenant, &keys).await?;
    let mut id_of: HashMap<CellKey, i64> = keys.into_iter().zip(ids).collect();
    let counted = counts(roster, &scope.core, marks, *days.start(), *days.end());
    write_marks(tx, what, &counted, days.clone()).await?;
    let (result, changed) = differences(tx, what, &counted, days).await?;
    if changed.values().flatten().any(|(key, _)| !id_of.contains_key(key)) {
        id_of.extend(store::team_day::cells(tx, tenant).await?.into_iter().map(|(id, key)| (key, id)));
    }

    for (day, cells) in changed {
        let mut rows: Vec<(i64, CellKey, Counts)> = cells
            .into_iter()
            .filter_map(|(key, counts)| Some((id_of.get(&key).copied()?, key, counts)))
            .collect();
        rows.sort_by_key(|(id, _, _)| *id);
        let plain: Vec<_> = rows.iter().map(|(id, _, counts)| (day, *id, *counts)).collect();
        store::team_day::save(tx, tenant, application, &plain).await?;
        for chunk in rows.chunks(CELLS) {
            let event = pb::TeamDaysCounted {
                application: ApplicationName::new(scope.organization, &scope.application.id).to_string(),
                day: from_days(day).to_string(),
                cells: chunk.iter().map(|(_, key, c)| team_day(scope.organization, day, key, *c)).collect(),
            };
            outbox.add(tx, scope.organization, &event).await?;
        }
        if !history {
            for week in 0..4 {
                team_week::mark(tx, tenant, application, week_end(day) + 7 * week).await?;
            }
        }
    }
    Ok(result)
}

/// Writes who was active on each day that is over somewhere.
async fn write_marks(
    tx: &Tx,
    what: &Counted<'_>,
    counted: &[Count],
    days: RangeInclusive<i32>,
) -> Result<(), Error> {
    let mut eligible: BTreeMap<i32, u64> = BTreeMap::new();
    for count in counted {
        *eligible.entry(count.day).or_default() += u64::from(count.eligible);
    }
    let nobody = Bits::default();
    for day in days.filter(|d| *d <= what.closed.latest()) {
        let mark = DayMark {
            day,
            bits: what.marks.get(&day).unwrap_or(&nobody),
            eligible: eligible.get(&day).copied().unwrap_or(0),
            keep: day >= first_mark_day(what.today),
        };
        store::mark::save(tx, what.scope.tenant, what.scope.application.ordinal, mark).await?;
    }
    Ok(())
}

/// The counts of a cell as the contract has them.
pub(crate) fn team_day(organization: &str, day: i32, key: &CellKey, counts: Counts) -> pb::TeamDay {
    let site = match key.site.as_str() {
        "" => String::new(),
        site => SiteName::new(organization, site).to_string(),
    };
    pb::TeamDay {
        day: from_days(day).to_string(),
        team: TeamName::new(organization, &key.team).to_string(),
        position: PositionName::new(organization, &key.position).to_string(),
        site,
        eligible: i32::try_from(counts.eligible).unwrap_or(i32::MAX),
        active: i32::try_from(counts.active).unwrap_or(i32::MAX),
        revision: counts.revision,
        new_members: i32::try_from(counts.new_members).unwrap_or(i32::MAX),
    }
}
