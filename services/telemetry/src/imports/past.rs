//! The old acts of a file: what they change in the counts of teams, found out by a dry run and written by the real one in
//! the same way, so that both say the same.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use kit::{
    error::Error,
    imports::{Change, Passes, Summary, store as files, store::Stored},
};

use super::{job::Work, rows::Act};
use crate::{
    Telemetry,
    counting::{
        days::Changed,
        history::{self, Outcome, Past},
    },
    domain::days::utc_day,
    store::{feature, subject},
};

/// Finds out what the acts of before `live_from` change.
pub(super) async fn compare(
    s: &Telemetry,
    work: &Work,
    acts: &[Act],
    live_from: i32,
    now: Timestamp,
    passes: &Passes<'_>,
    summary: &mut Summary,
) -> Result<(), Error> {
    let db = s.db.read();
    let names = &work.parsed;
    let known = subject::known(db, &work.organization, &names.people.keys).await?;
    let ordinals = provisional(s, work, &known).await?;
    let features = features(s, work).await?;
    let mut scope = work.scope(s).await?;
    if work.create_features {
        scope.known.extend(&features);
    }
    let past: Vec<history::Act> = acts
        .iter()
        .filter(|a| utc_day(a.at) <= live_from)
        .filter_map(|a| {
            let subject = *ordinals.get(&names.people.keys[a.person as usize])?;
            Some(history::Act { subject, feature: features[a.feature as usize], at: a.at })
        })
        .collect();
    let Some(past) = Past::load(db, &scope, &ordinals, &past, live_from, now).await? else { return Ok(()) };
    let mut outcome = Outcome::default();
    for step in past.steps() {
        outcome.days.add(past.compare(db, step.clone()).await?);
        passes.tell(1, past.share(&step, names.rows)).await?;
    }
    outcome.weeks = past.compare_weeks(db).await?;
    tell(summary, outcome);
    Ok(())
}

/// The ordinals of people by external id, normalised. Those of the file whom the directory knows and of whom no event ever
/// came have none yet and get one for the time being: a dry run gives none away.
pub(super) async fn provisional(
    s: &Telemetry,
    work: &Work,
    known: &HashSet<String>,
) -> Result<HashMap<String, u32>, Error> {
    let mut ordinals = subject::ordinals(s.db.read(), &work.organization).await?;
    let mut next = ordinals.values().max().map_or(0, |n| n + 1);
    for key in work.parsed.people.keys.iter().filter(|key| known.contains(*key)) {
        ordinals.entry(key.clone()).or_insert_with(|| {
            next += 1;
            next - 1
        });
    }
    Ok(ordinals)
}

/// The ordinals of the features of a file; those that nobody named yet get one for the time being, far above the others.
pub(super) async fn features(s: &Telemetry, work: &Work) -> Result<Vec<u32>, Error> {
    let keys = &work.parsed.features.keys;
    let found = feature::find(s.db.read(), &work.organization, &work.application.id, keys).await?;
    let ordinal = |(number, key)| found.get(key).map_or(u32::MAX - number, |f| f.ordinal);
    Ok((0_u32..).zip(keys).map(ordinal).collect())
}

/// Counts the acts of before `live_from`.
pub(super) async fn write(
    s: &Telemetry,
    work: &Work,
    acts: &[history::Act],
    live_from: i32,
    now: Timestamp,
    import: &Stored,
    summary: &mut Summary,
) -> Result<(), Error> {
    let scope = work.scope(s).await?;
    let ordinals = subject::ordinals(s.db.read(), &work.organization).await?;
    let past = Past::load(s.db.read(), &scope, &ordinals, acts, live_from, now).await?;
    let Some(past) = past else { return Ok(()) };
    let mut outcome = Outcome::default();
    for step in past.steps() {
        outcome.days.add(past.write(&s.db, &s.outbox, step.clone()).await?);
        note(s, work, import, past.share(&step, work.parsed.rows)).await?;
    }
    outcome.weeks = past.write_weeks(&s.db).await?;
    tell(summary, outcome);
    Ok(())
}

/// Notes how many rows are written, unless more were already.
async fn note(s: &Telemetry, work: &Work, import: &Stored, rows: u64) -> Result<(), Error> {
    let tx = s.db.begin().await?;
    let Some(mut current) = files::load(&tx, &work.organization, &import.id).await? else { return Ok(()) };
    let rows = i64::try_from(rows).unwrap_or(i64::MAX);
    if current.is_same_work(import) && current.message.rows_done < rows {
        current.message.rows_done = rows;
        files::save(&tx, &work.organization, &current).await?;
        tx.commit().await?;
    }
    Ok(())
}

fn tell(summary: &mut Summary, outcome: Outcome) {
    for (kind, changed) in [("team_days", outcome.days), ("team_weeks", outcome.weeks)] {
        let Changed { created, updated, unchanged } = changed;
        for (change, count) in
            [(Change::Created, created), (Change::Updated, updated), (Change::Unchanged, unchanged)]
        {
            if count > 0 {
                summary.count_many(kind, change, i64::try_from(count).unwrap_or(i64::MAX));
            }
        }
    }
}
