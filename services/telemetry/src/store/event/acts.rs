//! What people did, by day, person and feature: what was folded, and what came since.

use std::{collections::HashSet, ops::RangeInclusive};

use kit::{
    db::{
        Tx,
        sql::{execute, number, statement},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::log::key;
use crate::{
    domain::days::DAY_MICROS,
    store::numbers::{count, day, ordinal},
};

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
struct Row {
    subject: i64,
    feature: i64,
    first: i64,
    last: i64,
    n: i64,
}

impl From<Row> for Acts {
    fn from(row: Row) -> Self {
        Self {
            subject: ordinal(row.subject),
            feature: ordinal(row.feature),
            first: row.first,
            last: row.last,
            count: count(row.n),
        }
    }
}

/// The beginning of the first day and the end of the last, in microseconds.
fn span(days: &RangeInclusive<i32>) -> (i64, i64) {
    (i64::from(*days.start()) * DAY_MICROS, (i64::from(*days.end()) + 1) * DAY_MICROS)
}

/// What everybody did on one UTC day.
pub async fn on_day<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    utc_day: i32,
) -> Result<Vec<Acts>, Error> {
    let sql = "SELECT subject, feature, MIN(first) AS first, MAX(last) AS last, CAST(SUM(n) AS BIGINT) AS n FROM (\
               SELECT subject, feature, first, last, n FROM usage_act \
               WHERE tenant = $1 AND application = $2 AND utc_day = $3 \
               UNION ALL SELECT subject, feature, at, at, 1 FROM usage_recent \
               WHERE tenant = $1 AND application = $2 AND at >= $4 AND at < $5) e GROUP BY subject, feature";
    let (begin, end) = span(&(utc_day..=utc_day));
    let [t, a] = key(tenant, application);
    let values = [t, a, i64::from(utc_day).into(), begin.into(), end.into()];
    Ok(Row::find_by_statement(statement(db, sql, values))
        .all(db)
        .await?
        .into_iter()
        .map(Acts::from)
        .collect())
}

/// What one person did in an application on some days, by feature, the most used first.
pub async fn of_person<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    subject: u32,
    days: RangeInclusive<i32>,
) -> Result<Vec<Acts>, Error> {
    // The days are named one by one, so that each is found along the tree. The numbers are ours, never from outside.
    let list: Vec<String> = days.clone().map(|d| d.to_string()).collect();
    let sql = format!(
        "SELECT subject, feature, MIN(first) AS first, MAX(last) AS last, CAST(SUM(n) AS BIGINT) AS n FROM (\
         SELECT subject, feature, first, last, n FROM usage_act \
         WHERE tenant = $1 AND application = $2 AND utc_day IN ({}) AND subject = $3 \
         UNION ALL SELECT subject, feature, at, at, 1 FROM usage_recent \
         WHERE tenant = $1 AND application = $2 AND subject = $3 AND at >= $4 AND at < $5) e \
         GROUP BY subject, feature ORDER BY n DESC, feature",
        list.join(",")
    );
    let (begin, end) = span(&days);
    let [t, a] = key(tenant, application);
    let values = [t, a, i64::from(subject).into(), begin.into(), end.into()];
    Ok(Row::find_by_statement(statement(db, sql, values))
        .all(db)
        .await?
        .into_iter()
        .map(Acts::from)
        .collect())
}

/// Which features each person used from one UTC day to another, the pairs in no order.
pub async fn features_used<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    days: RangeInclusive<i32>,
) -> Result<HashSet<(u32, u32)>, Error> {
    let sql = "SELECT subject, feature FROM usage_act \
               WHERE tenant = $1 AND application = $2 AND utc_day BETWEEN $3 AND $4 \
               UNION SELECT subject, feature FROM usage_recent \
               WHERE tenant = $1 AND application = $2 AND at >= $5 AND at < $6";
    let (begin, end) = span(&days);
    let [t, a] = key(tenant, application);
    let (first, last) = (i64::from(*days.start()), i64::from(*days.end()));
    let values = [t, a, first.into(), last.into(), begin.into(), end.into()];
    let rows = db.query_all_raw(statement(db, sql, values)).await?;
    rows.iter()
        .map(|r| Ok((ordinal(r.try_get("", "subject")?), ordinal(r.try_get("", "feature")?))))
        .collect()
}

/// The first UTC day of which events are kept.
pub async fn first_day<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
) -> Result<Option<i32>, Error> {
    let sql = format!(
        "SELECT MIN(low) AS low FROM (\
         SELECT MIN(utc_day) AS low FROM usage_act WHERE tenant = $1 AND application = $2 \
         UNION ALL SELECT MIN(at) / {DAY_MICROS} FROM usage_recent WHERE tenant = $1 AND application = $2) e"
    );
    let row = db.query_one_raw(statement(db, sql, key(tenant, application))).await?;
    let low: Option<i64> = row.map(|r| r.try_get("", "low")).transpose()?.flatten();
    Ok(low.map(day))
}

/// Deletes the acts of at most `limit` persons, features and days of before a UTC day; answers how many.
pub async fn delete_before(
    tx: &Tx,
    tenant: i64,
    application: u32,
    utc_day: i32,
    limit: u64,
) -> Result<u64, Error> {
    let [t, a] = key(tenant, application);
    let values: [Value; 4] = [t, a, i64::from(utc_day).into(), number(limit)];
    execute(
        tx,
        "DELETE FROM usage_act WHERE tenant = $1 AND application = $2 AND (utc_day, subject, feature) IN (\
         SELECT utc_day, subject, feature FROM usage_act \
         WHERE tenant = $1 AND application = $2 AND utc_day < $3 LIMIT $4)",
        values,
    )
    .await
}
