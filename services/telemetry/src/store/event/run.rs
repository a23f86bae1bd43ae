//! Runs: the ids of events that were folded, in order, in parts by their first bits, never changed once written.

use std::collections::HashSet;

use kit::{
    db::{
        Tx,
        sql::{execute, insert, number, placeholders, statement},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::{EventHash, as_hash, log::key};
use crate::{
    domain::filter::Filter,
    store::numbers::{count, day},
};

/// Ids in a part, more or less.
const PART: u64 = 1_024;
/// Parts that one statement writes.
const PARTS_AT_ONCE: usize = 16;

/// What becomes of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Life {
    /// It is being written.
    Growing = 0,
    /// It counts.
    Live = 1,
    /// Its parts are being deleted.
    Dead = 2,
}

/// A run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Its number.
    pub id: i64,
    /// How many ids it has.
    pub events: u64,
    /// The last UTC day of its events.
    pub last_day: i32,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    events: i64,
    last_day: i64,
}

/// How many of the first bits of an id say in which part of a run it is.
pub(super) fn part_bits(events: u64) -> u32 {
    events.div_ceil(PART).next_power_of_two().trailing_zeros()
}

/// The part of an id in a run of so many.
pub(super) fn part_of(hash: &EventHash, events: u64) -> i64 {
    let high = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
    i64::from(high.checked_shr(32 - part_bits(events)).unwrap_or(0))
}

/// The live runs of an application, oldest first.
pub async fn live<C: ConnectionTrait>(db: &C, tenant: i64, application: u32) -> Result<Vec<Run>, Error> {
    of(db, tenant, application, Life::Live).await
}

pub(super) async fn of<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    life: Life,
) -> Result<Vec<Run>, Error> {
    let sql = "SELECT id, events, last_day FROM event_run WHERE tenant = $1 AND application = $2 AND life = $3 \
               ORDER BY last_day, id";
    let [t, a] = key(tenant, application);
    let rows = Row::find_by_statement(statement(db, sql, [t, a, (life as i64).into()])).all(db).await?;
    let run = |r: Row| Run { id: r.id, events: count(r.events), last_day: day(r.last_day) };
    Ok(rows.into_iter().map(run).collect())
}

/// The filter of a run.
pub(super) async fn filter<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    run: i64,
) -> Result<Filter, Error> {
    let sql = "SELECT bits FROM event_run WHERE tenant = $1 AND application = $2 AND id = $3";
    let [t, a] = key(tenant, application);
    let row = db.query_one_raw(statement(db, sql, [t, a, run.into()])).await?;
    let row = row.ok_or_else(|| Error::internal("a run vanished"))?;
    Ok(Filter::from_bytes(row.try_get("", "bits")?))
}

/// Which of these ids a run has.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    run: &Run,
    hashes: &[EventHash],
    found: &mut HashSet<EventHash>,
) -> Result<(), Error> {
    let mut wanted: Vec<(i64, EventHash)> = hashes.iter().map(|h| (part_of(h, run.events), *h)).collect();
    wanted.sort_unstable();
    let mut parts: Vec<i64> = wanted.iter().map(|w| w.0).collect();
    parts.dedup();
    for chunk in parts.chunks(32) {
        let sql = format!(
            "SELECT part, hashes FROM event_run_part WHERE tenant = $1 AND application = $2 AND run = $3 \
             AND part IN ({})",
            placeholders(4, chunk.len())
        );
        let [t, a] = key(tenant, application);
        let values = [t, a, run.id.into()].into_iter().chain(chunk.iter().map(|p| Value::from(*p)));
        for row in db.query_all_raw(statement(db, sql, values)).await? {
            let (part, bytes): (i64, Vec<u8>) = (row.try_get("", "part")?, row.try_get("", "hashes")?);
            let (kept, _) = bytes.as_chunks::<16>();
            let begin = wanted.partition_point(|w| w.0 < part);
            let here = wanted[begin..].iter().take_while(|w| w.0 == part);
            found.extend(here.map(|w| w.1).filter(|h| kept.binary_search(h).is_ok()));
        }
    }
    Ok(())
}

/// Enters a run, with its parts still to come.
pub(super) async fn begin(
    tx: &Tx,
    tenant: i64,
    application: u32,
    run: &Run,
    life: Life,
    filter: &Filter,
) -> Result<(), Error> {
    let [t, a] = key(tenant, application);
    execute(
        tx,
        "INSERT INTO event_run (tenant, application, id, life, events, last_day, bits) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            t,
            a,
            run.id.into(),
            (life as i64).into(),
            number(run.events),
            i64::from(run.last_day).into(),
            filter.as_bytes().to_vec().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Writes ids of a run, sorted, of parts that are whole.
pub(super) async fn write_parts(
    tx: &Tx,
    tenant: i64,
    application: u32,
    run: &Run,
    sorted: &[EventHash],
) -> Result<(), Error> {
    let parts: Vec<&[EventHash]> =
        sorted.chunk_by(|a, b| part_of(a, run.events) == part_of(b, run.events)).collect();
    for chunk in parts.chunks(PARTS_AT_ONCE) {
        let rows = chunk.iter().map(|hashes| {
            let [t, a] = key(tenant, application);
            vec![t, a, run.id.into(), part_of(&hashes[0], run.events).into(), hashes.concat().into()]
        });
        let into = "event_run_part (tenant, application, run, part, hashes)";
        insert(tx, into, rows.collect(), "").await?;
    }
    Ok(())
}

/// The ids of the parts `from` to `to` of a run, in no order.
pub(super) async fn read_parts<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    run: i64,
    (from, to): (i64, i64),
) -> Result<Vec<EventHash>, Error> {
    let sql = "SELECT hashes FROM event_run_part WHERE tenant = $1 AND application = $2 AND run = $3 \
               AND part BETWEEN $4 AND $5";
    let [t, a] = key(tenant, application);
    let rows = db.query_all_raw(statement(db, sql, [t, a, run.into(), from.into(), to.into()])).await?;
    let mut all = Vec::new();
    for row in rows {
        let bytes: Vec<u8> = row.try_get("", "hashes")?;
        for hash in bytes.chunks(16) {
            all.push(as_hash(hash)?);
        }
    }
    Ok(all)
}

/// Takes runs from one life into the next; answers how many were still in the one.
pub(super) async fn turn(
    tx: &Tx,
    tenant: i64,
    application: u32,
    runs: &[i64],
    (from, to): (Life, Life),
) -> Result<u64, Error> {
    let sql = format!(
        "UPDATE event_run SET life = $3 WHERE tenant = $1 AND application = $2 AND life = $4 AND id IN ({})",
        placeholders(5, runs.len())
    );
    let [t, a] = key(tenant, application);
    let values = [t, a, (to as i64).into(), (from as i64).into()]
        .into_iter()
        .chain(runs.iter().map(|r| Value::from(*r)));
    execute(tx, sql, values).await
}

/// Deletes some parts of a dead run, and the run when none is left; answers whether it is gone.
pub(super) async fn bury(
    tx: &Tx,
    tenant: i64,
    application: u32,
    run: i64,
    limit: u64,
) -> Result<bool, Error> {
    let [t, a] = key(tenant, application);
    let gone = execute(
        tx,
        "DELETE FROM event_run_part WHERE tenant = $1 AND application = $2 AND run = $3 AND part IN (\
         SELECT part FROM event_run_part WHERE tenant = $1 AND application = $2 AND run = $3 LIMIT $4)",
        [t, a, run.into(), number(limit)],
    )
    .await?;
    if gone > 0 {
        return Ok(false);
    }
    let sql = "DELETE FROM event_run WHERE tenant = $1 AND application = $2 AND id = $3";
    let [t, a] = key(tenant, application);
    execute(tx, sql, [t, a, run.into()]).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_about_as_large_whatever_the_run() {
        assert_eq!((part_bits(0), part_bits(1_024), part_bits(1_025), part_bits(65_536)), (0, 0, 1, 6));
        let (low, high) = ([0; 16], [255; 16]);
        assert_eq!((part_of(&low, 65_536), part_of(&high, 65_536)), (0, 63));
        assert_eq!(part_of(&high, 10), 0);
    }
}
