//! Who was active on which day: a bitmap of ordinals for 13 weeks, and how many they were for ever.

use kit::{
    db::{
        Tx,
        sql::{execute, number, statement},
    },
    error::Error,
};
use sea_orm::ConnectionTrait;

use super::numbers::{count, day};
use crate::domain::{bits::Bits, count::Marks};

/// The marks of some days, as far as they are kept.
pub async fn load<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    days: std::ops::RangeInclusive<i32>,
) -> Result<Marks, Error> {
    let sql = "SELECT day, bits FROM day_mark WHERE tenant = $1 AND application = $2 AND day BETWEEN $3 AND $4 \
               AND bits IS NOT NULL";
    let rows = db.query_all_raw(statement(db, sql, key(tenant, application, &days))).await?;
    let mut marks = Marks::new();
    for row in rows {
        marks.insert(day(row.try_get("", "day")?), Bits::from_bytes(row.try_get("", "bits")?));
    }
    Ok(marks)
}

/// How many were active on a day, and how many were expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Active {
    /// The day.
    pub day: i32,
    /// How many were active.
    pub active: u64,
    /// How many were expected.
    pub eligible: u64,
}

/// How many were active on each of some days; days of which nothing was counted are left out.
pub async fn active<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    days: std::ops::RangeInclusive<i32>,
) -> Result<Vec<Active>, Error> {
    let sql = "SELECT day, active, eligible FROM day_mark WHERE tenant = $1 AND application = $2 AND day BETWEEN $3 AND $4 \
               ORDER BY day";
    let rows = db.query_all_raw(statement(db, sql, key(tenant, application, &days))).await?;
    rows.iter()
        .map(|r| {
            Ok(Active {
                day: day(r.try_get("", "day")?),
                active: count(r.try_get("", "active")?),
                eligible: count(r.try_get("", "eligible")?),
            })
        })
        .collect()
}

/// The last day that was counted.
pub async fn latest<C: ConnectionTrait>(db: &C, tenant: i64, application: u32) -> Result<Option<i32>, Error> {
    let sql = "SELECT MAX(day) AS latest FROM day_mark WHERE tenant = $1 AND application = $2";
    let row = db.query_one_raw(statement(db, sql, [tenant.into(), i64::from(application).into()])).await?;
    let latest: Option<i64> = row.map(|r| r.try_get("", "latest")).transpose()?.flatten();
    Ok(latest.map(day))
}

/// What is known of a day.
#[derive(Debug, Clone, Copy)]
pub struct DayMark<'a> {
    /// The day.
    pub day: i32,
    /// Who was active.
    pub bits: &'a Bits,
    /// How many were expected.
    pub eligible: u64,
    /// Whether the day is young enough for the bitmap. Of a day that is not, the larger number of active people stays.
    pub keep: bool,
}

/// Writes what is known of a day.
pub async fn save(tx: &Tx, tenant: i64, application: u32, mark: DayMark<'_>) -> Result<(), Error> {
    let active = if mark.keep {
        "excluded.active"
    } else {
        "CASE WHEN excluded.active > day_mark.active THEN excluded.active ELSE day_mark.active END"
    };
    let sql = format!(
        "INSERT INTO day_mark (tenant, application, day, active, eligible, bits) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (tenant, application, day) DO UPDATE SET active = {active}, eligible = excluded.eligible, \
         bits = excluded.bits"
    );
    execute(
        tx,
        sql,
        [
            tenant.into(),
            i64::from(application).into(),
            i64::from(mark.day).into(),
            number(mark.bits.len()),
            number(mark.eligible),
            mark.keep.then(|| mark.bits.as_bytes().to_vec()).into(),
        ],
    )
    .await?;
    Ok(())
}

/// Forgets who was active before a day; answers on how many days.
pub async fn forget_before(tx: &Tx, tenant: i64, first_day: i32) -> Result<u64, Error> {
    let sql = "UPDATE day_mark SET bits = NULL WHERE tenant = $1 AND day < $2 AND bits IS NOT NULL";
    execute(tx, sql, [tenant.into(), i64::from(first_day).into()]).await
}

/// The days on which one person was active, newest first, as far as they are kept.
pub async fn days_of<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    subject: u32,
    days: std::ops::RangeInclusive<i32>,
) -> Result<Vec<i32>, Error> {
    let marks = load(db, tenant, application, days).await?;
    Ok(marks.iter().rev().filter(|(_, bits)| bits.has(subject)).map(|(day, _)| *day).collect())
}

fn key(tenant: i64, application: u32, days: &std::ops::RangeInclusive<i32>) -> [sea_orm::Value; 4] {
    [
        tenant.into(),
        i64::from(application).into(),
        i64::from(*days.start()).into(),
        i64::from(*days.end()).into(),
    ]
}
