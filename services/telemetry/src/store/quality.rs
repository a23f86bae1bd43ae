//! Data quality: reports for 35 days, counts of teams and days for ever.

use std::collections::{BTreeMap, HashMap};

use kit::{
    db::{
        Tx,
        row::CHUNK,
        sql::{self, execute, number, placeholders, statement},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::{
    event::EventHash,
    numbers::{count, ordinal},
};
use crate::domain::quality::Quality;

/// A report as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Of its id.
    pub hash: EventHash,
    /// The day.
    pub day: i32,
    /// Whose records; `None` for a team's.
    pub subject: Option<u32>,
    /// Whose records; empty for a person's.
    pub team: String,
    /// Of what.
    pub feature: u32,
    /// The records.
    pub quality: Quality,
}

fn counts(quality: &Quality) -> [Value; 4] {
    [quality.complete, quality.incomplete, quality.duplicate, quality.corrected].map(number)
}

/// Writes reports; answers how many are new.
pub async fn insert(tx: &Tx, tenant: i64, application: u32, reports: &[Report]) -> Result<u64, Error> {
    let into = "quality_report (tenant, application, report, day, subject, team, feature, complete, incomplete, \
                duplicate, corrected)";
    let rows = reports.iter().map(|r| {
        let about: [Value; 7] = [
            tenant.into(),
            i64::from(application).into(),
            r.hash.to_vec().into(),
            i64::from(r.day).into(),
            r.subject.map(i64::from).into(),
            r.team.as_str().into(),
            i64::from(r.feature).into(),
        ];
        about.into_iter().chain(counts(&r.quality)).collect()
    });
    sql::insert(tx, into, rows.collect(), "ON CONFLICT DO NOTHING").await
}

#[derive(FromQueryResult)]
struct Row {
    subject: Option<i64>,
    team: String,
    feature: i64,
    complete: i64,
    incomplete: i64,
    duplicate: i64,
    corrected: i64,
}

/// The reports of a day.
pub async fn reports_on<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    day: i32,
) -> Result<Vec<(Option<u32>, String, u32, Quality)>, Error> {
    let sql = "SELECT subject, team, feature, complete, incomplete, duplicate, corrected FROM quality_report \
               WHERE tenant = $1 AND application = $2 AND day = $3";
    let values = [tenant.into(), i64::from(application).into(), i64::from(day).into()];
    let rows = Row::find_by_statement(statement(db, sql, values)).all(db).await?;
    Ok(rows
        .into_iter()
        .map(|r| {
            let quality = Quality {
                complete: count(r.complete),
                incomplete: count(r.incomplete),
                duplicate: count(r.duplicate),
                corrected: count(r.corrected),
            };
            (r.subject.map(ordinal), r.team, ordinal(r.feature), quality)
        })
        .collect())
}

/// How many of these reports are there already.
pub async fn existing<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    hashes: &[EventHash],
) -> Result<u64, Error> {
    let mut there = 0;
    for chunk in hashes.chunks(CHUNK) {
        let sql = format!(
            "SELECT COUNT(*) AS n FROM quality_report WHERE tenant = $1 AND application = $2 AND report IN ({})",
            placeholders(3, chunk.len())
        );
        let values = [tenant.into(), i64::from(application).into()]
            .into_iter()
            .chain(chunk.iter().map(|h| Value::from(h.to_vec())));
        let row = db.query_one_raw(statement(db, sql, values)).await?;
        there += count(row.map(|r| r.try_get("", "n")).transpose()?.unwrap_or(0));
    }
    Ok(there)
}

/// The counts of a day by team and feature.
pub async fn day<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    day: i32,
) -> Result<HashMap<(String, u32), Quality>, Error> {
    let sql = "SELECT team, feature, complete, incomplete, duplicate, corrected FROM quality_day \
               WHERE tenant = $1 AND application = $2 AND day = $3";
    let values = [tenant.into(), i64::from(application).into(), i64::from(day).into()];
    let rows = db.query_all_raw(statement(db, sql, values)).await?;
    rows.iter()
        .map(|r| {
            let quality = Quality {
                complete: count(r.try_get("", "complete")?),
                incomplete: count(r.try_get("", "incomplete")?),
                duplicate: count(r.try_get("", "duplicate")?),
                corrected: count(r.try_get("", "corrected")?),
            };
            Ok(((r.try_get("", "team")?, ordinal(r.try_get("", "feature")?)), quality))
        })
        .collect()
}

/// Writes the counts of a day by team and feature. `history` is for imports: of two accounts of an old day the one of
/// more records stays.
pub async fn save_day(
    tx: &Tx,
    tenant: i64,
    application: u32,
    day: i32,
    history: bool,
    teams: &BTreeMap<(String, u32), Quality>,
) -> Result<(), Error> {
    if !history {
        let sql = "DELETE FROM quality_day WHERE tenant = $1 AND application = $2 AND day = $3";
        execute(tx, sql, [tenant.into(), i64::from(application).into(), i64::from(day).into()]).await?;
    }
    let sql = "INSERT INTO quality_day (tenant, application, day, team, feature, complete, incomplete, duplicate, \
               corrected) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
               ON CONFLICT (tenant, application, day, team, feature) DO UPDATE SET complete = excluded.complete, \
               incomplete = excluded.incomplete, duplicate = excluded.duplicate, corrected = excluded.corrected \
               WHERE quality_day.complete + quality_day.incomplete + quality_day.duplicate + quality_day.corrected \
               <= excluded.complete + excluded.incomplete + excluded.duplicate + excluded.corrected";
    for ((team, feature), quality) in teams {
        let key: [Value; 5] = [
            tenant.into(),
            i64::from(application).into(),
            i64::from(day).into(),
            team.as_str().into(),
            i64::from(*feature).into(),
        ];
        execute(tx, sql, key.into_iter().chain(counts(quality))).await?;
    }
    Ok(())
}

/// The records of every team from one day to another, without those of the teams below.
pub async fn by_team<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    days: std::ops::RangeInclusive<i32>,
) -> Result<BTreeMap<String, Quality>, Error> {
    #[derive(FromQueryResult)]
    struct Sum {
        team: String,
        complete: i64,
        incomplete: i64,
        duplicate: i64,
        corrected: i64,
    }
    let sql = "SELECT team, CAST(SUM(complete) AS BIGINT) AS complete, CAST(SUM(incomplete) AS BIGINT) AS incomplete, \
               CAST(SUM(duplicate) AS BIGINT) AS duplicate, CAST(SUM(corrected) AS BIGINT) AS corrected \
               FROM quality_day WHERE tenant = $1 AND application = $2 AND day BETWEEN $3 AND $4 GROUP BY team";
    let values = [
        tenant.into(),
        i64::from(application).into(),
        i64::from(*days.start()).into(),
        i64::from(*days.end()).into(),
    ];
    let rows = Sum::find_by_statement(statement(db, sql, values)).all(db).await?;
    Ok(rows
        .into_iter()
        .map(|r| {
            let quality = Quality {
                complete: count(r.complete),
                incomplete: count(r.incomplete),
                duplicate: count(r.duplicate),
                corrected: count(r.corrected),
            };
            (r.team, quality)
        })
        .collect())
}

/// Deletes the reports of before a day; answers how many.
pub async fn delete_before(tx: &Tx, tenant: i64, day: i32) -> Result<u64, Error> {
    let sql = "DELETE FROM quality_report WHERE tenant = $1 AND day < $2";
    execute(tx, sql, [tenant.into(), i64::from(day).into()]).await
}
