//! Merging: many runs of a size become one, so that few have to be asked; and runs that nobody needs go.
//!
//! Runs never change, so they are read without a lock, and the new one is written slice by slice in small transactions;
//! it begins to count when the old ones cease to. A process that dies leaves a run that is still growing, which the next
//! merge buries.

use kit::{
    db::{
        Db,
        sql::{execute, statement},
    },
    error::Error,
};
use sea_orm::FromQueryResult;

use super::{
    EventHash, log,
    run::{self, Life, Run, part_bits},
};
use crate::{domain::filter::Filter, store::numbers::ordinal};

/// Runs that are merged at a time.
const FAN: usize = 8;
/// Runs that are merged end within so many days, so that their ids are forgotten about when they should.
const SPAN_DAYS: i32 = 7;
/// A run grows in so many slices at most, as a power of two.
const SLICE_BITS: u32 = 6;
/// Parts that one transaction deletes.
const PARTS: u64 = 256;

/// Runs of one level are of about the same size; those of the highest are not merged any more.
fn level(events: u64, fold: u64) -> Option<u32> {
    [4, 32].into_iter().position(|most| events < fold.max(1) * most).and_then(|l| u32::try_from(l).ok())
}

/// The runs to merge next.
fn choose(runs: &[Run], fold: u64) -> Option<Vec<Run>> {
    for wanted in 0..2 {
        let same: Vec<Run> = runs.iter().filter(|r| level(r.events, fold) == Some(wanted)).copied().collect();
        let near = same.windows(FAN).find(|w| w[FAN - 1].last_day - w[0].last_day <= SPAN_DAYS);
        if let Some(near) = near {
            return Some(near.to_vec());
        }
    }
    None
}

#[derive(FromQueryResult)]
struct KeyRow {
    tenant: i64,
    application: i64,
}

/// Applications with so many runs that some may be merged, or with runs to bury.
async fn busy(db: &Db) -> Result<Vec<(i64, u32)>, Error> {
    let sql = "SELECT tenant, application FROM event_run GROUP BY tenant, application \
               HAVING COUNT(*) >= $1 OR SUM(CASE WHEN life = 1 THEN 0 ELSE 1 END) > 0";
    let fan = i64::try_from(FAN).unwrap_or(i64::MAX);
    let rows = KeyRow::find_by_statement(statement(db.read(), sql, [fan.into()])).all(db.read()).await?;
    Ok(rows.into_iter().map(|r| (r.tenant, ordinal(r.application))).collect())
}

/// Merges some runs, or buries some, if there are any; answers whether. Only one process may do so at a time.
pub async fn step(db: &Db, fold: u64) -> Result<bool, Error> {
    for (tenant, application) in busy(db).await? {
        let dead = run::of(db.read(), tenant, application, Life::Dead).await?;
        if let Some(dead) = dead.first() {
            let tx = db.begin().await?;
            run::bury(&tx, tenant, application, dead.id, PARTS).await?;
            tx.commit().await?;
            return Ok(true);
        }
        let broken = run::of(db.read(), tenant, application, Life::Growing).await?;
        if !broken.is_empty() {
            let broken: Vec<i64> = broken.iter().map(|r| r.id).collect();
            let tx = db.begin().await?;
            run::turn(&tx, tenant, application, &broken, (Life::Growing, Life::Dead)).await?;
            tx.commit().await?;
            return Ok(true);
        }
        if let Some(chosen) = choose(&run::live(db.read(), tenant, application).await?, fold) {
            merge(db, tenant, application, &chosen).await?;
            return Ok(true);
        }
    }
    Ok(false)
}

async fn merge(db: &Db, tenant: i64, application: u32, old: &[Run]) -> Result<(), Error> {
    let events: u64 = old.iter().map(|r| r.events).sum();
    let last_day = old.iter().map(|r| r.last_day).max().unwrap_or_default();
    let mut filter = Filter::with_room(usize::try_from(events).unwrap_or_default());
    let tx = db.begin().await?;
    let id = log::rewrite(&tx, tenant, application, false).await?;
    let new = Run { id, events, last_day };
    run::begin(&tx, tenant, application, &new, Life::Growing, &Filter::with_room(0)).await?;
    tx.commit().await?;

    let slices = old.iter().map(|r| part_bits(r.events)).min().unwrap_or(0).min(SLICE_BITS);
    for slice in 0..1_i64 << slices {
        let mut hashes: Vec<EventHash> = Vec::new();
        for run in old {
            let each = part_bits(run.events) - slices;
            let parts = (slice << each, ((slice + 1) << each) - 1);
            hashes.extend(run::read_parts(db.read(), tenant, application, run.id, parts).await?);
        }
        hashes.sort_unstable();
        for hash in &hashes {
            filter.insert(hash);
        }
        let tx = db.begin().await?;
        run::write_parts(&tx, tenant, application, &new, &hashes).await?;
        tx.commit().await?;
    }

    let tx = db.begin().await?;
    let ids: Vec<i64> = old.iter().map(|r| r.id).collect();
    let sql = "UPDATE event_run SET bits = $4 WHERE tenant = $1 AND application = $2 AND id = $3";
    let bits = filter.as_bytes().to_vec();
    execute(&tx, sql, [tenant.into(), i64::from(application).into(), id.into(), bits.into()]).await?;
    let grown = run::turn(&tx, tenant, application, &[id], (Life::Growing, Life::Live)).await?;
    let gone = run::turn(&tx, tenant, application, &ids, (Life::Live, Life::Dead)).await?;
    if grown != 1 || gone != ids.len() as u64 {
        return Err(Error::internal("runs changed while they were merged"));
    }
    log::rewrite(&tx, tenant, application, false).await?;
    tx.commit().await
}

/// Buries runs whose events all were before a UTC day.
pub async fn forget_before(db: &Db, tenant: i64, application: u32, utc_day: i32) -> Result<(), Error> {
    let live = run::live(db.read(), tenant, application).await?;
    let old: Vec<i64> = live.iter().filter(|r| r.last_day < utc_day).map(|r| r.id).collect();
    if old.is_empty() {
        return Ok(());
    }
    let tx = db.begin().await?;
    run::turn(&tx, tenant, application, &old, (Life::Live, Life::Dead)).await?;
    log::rewrite(&tx, tenant, application, false).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_a_size_are_merged_when_there_are_many_of_them() {
        let run = |id, events, last_day| Run { id, events, last_day };
        let small: Vec<Run> = (0..8).map(|id| run(id, 100, 10)).collect();
        assert_eq!(choose(&small[..7], 100), None);
        assert_eq!(choose(&small, 100), Some(small.clone()));
        let mut mixed = small[..7].to_vec();
        mixed.push(run(9, 800, 10));
        assert_eq!(choose(&mixed, 100), None, "the larger one is on another level");
        let large: Vec<Run> = (0..8).map(|id| run(id, 6_400, 10)).collect();
        assert_eq!(choose(&large, 100), None, "large enough");
    }

    #[test]
    fn runs_of_different_weeks_stay_apart() {
        let runs: Vec<Run> =
            (0..12).map(|id| Run { id: i64::from(id), events: 1, last_day: id * 2 }).collect();
        assert_eq!(choose(&runs, 100), None);
    }
}
