//! Raw events, for 35 days.
//!
//! One tree keeps them by the hash of their id, so that the same id is never kept twice; the other by day, person and
//! feature, so that a day is counted by walking along it.

use std::{
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

use kit::{db::Tx, error::Error};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use sha2::{Digest, Sha256};

use super::sql::{count, execute, ordinal, rows_of, statement};
use crate::domain::days::utc_day;

/// The first half of the hash of an event's id.
pub type EventHash = [u8; 16];

/// The hash of an id.
pub fn hash_of(id: &str) -> EventHash {
    let digest = Sha256::digest(id.as_bytes());
    let mut hash = [0; 16];
    hash.copy_from_slice(&digest[..16]);
    hash
}

/// An event as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// Of its id.
    pub hash: EventHash,
    /// Whose it is.
    pub subject: u32,
    /// Of what.
    pub feature: u32,
    /// When, in microseconds.
    pub at: i64,
}

/// The most events of one statement.
pub const BATCH: usize = 500;

/// Statements come in these sizes only, so that the database knows them by heart; a smaller batch repeats its last
/// event, which changes nothing.
const SIZES: [usize; 9] = [1, 2, 4, 8, 16, 32, 64, 128, 256];

fn padded(count: usize) -> usize {
    SIZES.into_iter().find(|s| *s >= count).unwrap_or(BATCH)
}

fn values_of(tenant: i64, application: u32, events: &[Event], size: usize) -> Vec<Value> {
    let mut values = Vec::with_capacity(size * 7);
    let last = events.last().into_iter().cycle();
    for event in events.iter().chain(last).take(size) {
        values.extend([
            Value::from(tenant),
            i64::from(application).into(),
            event.hash.to_vec().into(),
            i64::from(utc_day(event.at)).into(),
            i64::from(event.subject).into(),
            i64::from(event.feature).into(),
            event.at.into(),
        ]);
    }
    values
}

/// The statement of each size, written once.
fn insert_sql(size: usize) -> &'static str {
    static WRITTEN: [OnceLock<String>; SIZES.len() + 1] = [const { OnceLock::new() }; SIZES.len() + 1];
    let place = SIZES.iter().position(|s| *s == size).unwrap_or(SIZES.len());
    WRITTEN[place].get_or_init(|| {
        format!(
            "INSERT INTO usage_event (tenant, application, event, utc_day, subject, feature, at) VALUES {} \
             ON CONFLICT DO NOTHING",
            rows_of(size, 7)
        )
    })
}

/// Writes at most [`BATCH`] events; answers how many are new.
pub async fn insert(tx: &Tx, tenant: i64, application: u32, events: &[Event]) -> Result<u64, Error> {
    if events.is_empty() {
        return Ok(0);
    }
    let size = padded(events.len());
    execute(tx, insert_sql(size), values_of(tenant, application, events, size)).await
}

/// The same; answers which are new.
pub async fn insert_and_tell(
    tx: &Tx,
    tenant: i64,
    application: u32,
    events: &[Event],
) -> Result<HashSet<EventHash>, Error> {
    if events.is_empty() {
        return Ok(HashSet::new());
    }
    let size = padded(events.len());
    let sql = format!("{} RETURNING event", insert_sql(size));
    let rows = tx.query_all_raw(statement(tx, sql, values_of(tenant, application, events, size))).await?;
    rows.iter()
        .map(|r| {
            let hash: Vec<u8> = r.try_get("", "event")?;
            hash.try_into().map_err(|_| Error::internal("an event hash of another length"))
        })
        .collect()
}

/// The events of one person and feature on one UTC day: the first and the last tell of all of them, since a UTC day
/// meets two days of a place at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acts {
    /// Whose.
    pub subject: u32,
    /// Of what.
    pub feature: u32,
    /// When the first was.
    pub first: i64,
    /// When the last was.
    pub last: i64,
    /// How many.
    pub count: u64,
}

#[derive(FromQueryResult)]
struct ActsRow {
    subject: i64,
    feature: i64,
    first: i64,
    last: i64,
    n: i64,
}

impl From<ActsRow> for Acts {
    fn from(row: ActsRow) -> Self {
        Self {
            subject: ordinal(row.subject),
            feature: ordinal(row.feature),
            first: row.first,
            last: row.last,
            count: count(row.n),
        }
    }
}

/// What everybody did on one UTC day.
pub async fn acts_on<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    utc_day: i32,
) -> Result<Vec<Acts>, Error> {
    let sql = "SELECT subject, feature, MIN(at) AS first, MAX(at) AS last, COUNT(*) AS n FROM usage_event \
               WHERE tenant = $1 AND application = $2 AND utc_day = $3 GROUP BY subject, feature";
    let values = [tenant.into(), i64::from(application).into(), i64::from(utc_day).into()];
    Ok(ActsRow::find_by_statement(statement(db, sql, values))
        .all(db)
        .await?
        .into_iter()
        .map(Acts::from)
        .collect())
}

/// What one person did in an application, by feature, day by day along the second tree.
pub async fn acts_of<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    subject: u32,
    days: std::ops::RangeInclusive<i32>,
) -> Result<Vec<Acts>, Error> {
    let mut sums: HashMap<u32, Acts> = HashMap::new();
    let sql = "SELECT subject, feature, MIN(at) AS first, MAX(at) AS last, COUNT(*) AS n FROM usage_event \
               WHERE tenant = $1 AND application = $2 AND utc_day = $3 AND subject = $4 GROUP BY subject, feature";
    for day in days {
        let values =
            [tenant.into(), i64::from(application).into(), i64::from(day).into(), i64::from(subject).into()];
        for row in ActsRow::find_by_statement(statement(db, sql, values)).all(db).await? {
            let acts = Acts::from(row);
            let sum = sums.entry(acts.feature).or_insert(Acts { count: 0, ..acts });
            sum.first = sum.first.min(acts.first);
            sum.last = sum.last.max(acts.last);
            sum.count += acts.count;
        }
    }
    let mut all: Vec<Acts> = sums.into_values().collect();
    all.sort_by_key(|a| (std::cmp::Reverse(a.count), a.feature));
    Ok(all)
}

/// Which features each person used from one UTC day to another, the pairs in no order.
pub async fn features_used<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    days: std::ops::RangeInclusive<i32>,
) -> Result<HashSet<(u32, u32)>, Error> {
    let sql = "SELECT DISTINCT subject, feature FROM usage_event WHERE tenant = $1 AND application = $2 AND utc_day = $3";
    let mut pairs = HashSet::new();
    for day in days {
        let values = [tenant.into(), i64::from(application).into(), i64::from(day).into()];
        for row in db.query_all_raw(statement(db, sql, values)).await? {
            pairs.insert((ordinal(row.try_get("", "subject")?), ordinal(row.try_get("", "feature")?)));
        }
    }
    Ok(pairs)
}

/// The first UTC day of which events are kept.
pub async fn first_day<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
) -> Result<Option<i32>, Error> {
    // The least alone is found at once; asked for the greatest too, the database would walk along all of them.
    let sql = "SELECT MIN(utc_day) AS low FROM usage_event WHERE tenant = $1 AND application = $2";
    let row = db.query_one_raw(statement(db, sql, [tenant.into(), i64::from(application).into()])).await?;
    let low: Option<i64> = row.map(|r| r.try_get("", "low")).transpose()?.flatten();
    Ok(low.map(super::sql::day))
}

/// Which of these events are kept already.
pub async fn existing<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    hashes: &[EventHash],
) -> Result<HashSet<EventHash>, Error> {
    let mut found = HashSet::new();
    for chunk in hashes.chunks(super::sql::CHUNK) {
        let sql = format!(
            "SELECT event FROM usage_event WHERE tenant = $1 AND application = $2 AND event IN ({})",
            super::sql::placeholders(3, chunk.len())
        );
        let values = [tenant.into(), i64::from(application).into()]
            .into_iter()
            .chain(chunk.iter().map(|h| Value::from(h.to_vec())));
        for row in db.query_all_raw(statement(db, sql, values)).await? {
            let hash: Vec<u8> = row.try_get("", "event")?;
            found.extend(EventHash::try_from(hash).ok());
        }
    }
    Ok(found)
}

/// Deletes at most `limit` events of before a UTC day; answers how many.
pub async fn delete_before(
    tx: &Tx,
    tenant: i64,
    application: u32,
    utc_day: i32,
    limit: u64,
) -> Result<u64, Error> {
    execute(
        tx,
        "DELETE FROM usage_event WHERE tenant = $1 AND application = $2 AND event IN (SELECT event FROM usage_event \
         WHERE tenant = $1 AND application = $2 AND utc_day < $3 LIMIT $4)",
        [tenant.into(), i64::from(application).into(), i64::from(utc_day).into(), super::sql::number(limit)],
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_filled_up_with_its_last_event() {
        let event = |n: u8| Event { hash: [n; 16], subject: 1, feature: 1, at: 0 };
        let events = [event(1), event(2), event(3)];
        assert_eq!(padded(3), 4);
        assert_eq!((padded(1), padded(257), padded(500)), (1, 500, 500));
        let values = values_of(1, 1, &events, 4);
        assert_eq!(values.len(), 28);
        assert_eq!(values[16], values[23]);
    }
}
