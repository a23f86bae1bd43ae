//! The weeks of teams, as they are published, and the evidence beside them.

use std::collections::HashMap;

use kit::{
    db::{
        Tx,
        sql::{execute, insert, number, statement},
    },
    error::Error,
};
use prost::Message;
use proto::telemetry::v1 as pb;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::numbers::{count, day};

/// A week of a team, or of the people of one position in it.
#[derive(Debug, Clone)]
pub struct TeamWeek {
    /// The team.
    pub team: String,
    /// The position; empty for all.
    pub position: String,
    /// Active person-days of the 28 days: of two accounts of an old week the fuller one stays.
    pub active_days: u64,
    /// As it is published.
    pub figures: pb::TeamWeek,
    /// Exact, for other services; all positions only.
    pub evidence: Option<pb::TeamEvidence>,
}

/// A week of an application that has to be computed, or is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// Its Sunday.
    pub end: i32,
    /// Whether it is published and never changes again.
    pub is_final: bool,
    /// Whether something changed since it was computed; the number grows with each change.
    pub dirty: i64,
}

/// The weeks of an application that are not final, oldest first.
pub async fn open_weeks<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
) -> Result<Vec<Week>, Error> {
    let sql = "SELECT week_end, final, dirty FROM week WHERE tenant = $1 AND application = $2 AND final = $3 \
               ORDER BY week_end";
    let values = [tenant.into(), i64::from(application).into(), false.into()];
    let rows = db.query_all_raw(statement(db, sql, values)).await?;
    rows.iter()
        .map(|r| {
            Ok(Week {
                end: day(r.try_get("", "week_end")?),
                is_final: r.try_get("", "final")?,
                dirty: r.try_get("", "dirty")?,
            })
        })
        .collect()
}

/// Marks a week as changed, unless it is final.
pub async fn mark(tx: &Tx, tenant: i64, application: u32, week_end: i32) -> Result<(), Error> {
    execute(
        tx,
        "INSERT INTO week (tenant, application, week_end, final, dirty) VALUES ($1, $2, $3, $4, 1) \
         ON CONFLICT (tenant, application, week_end) DO UPDATE SET dirty = week.dirty + 1 WHERE week.final = $4",
        [tenant.into(), i64::from(application).into(), i64::from(week_end).into(), false.into()],
    )
    .await?;
    Ok(())
}

/// Notes that a week was computed. `dirty` is what was seen before: a change since then stays.
pub async fn computed(
    tx: &Tx,
    tenant: i64,
    application: u32,
    week: Week,
    is_final: bool,
) -> Result<(), Error> {
    execute(
        tx,
        "INSERT INTO week (tenant, application, week_end, final, dirty) VALUES ($1, $2, $3, $4, 0) \
         ON CONFLICT (tenant, application, week_end) DO UPDATE SET final = excluded.final, \
         dirty = CASE WHEN week.dirty = $5 THEN 0 ELSE week.dirty END",
        [
            tenant.into(),
            i64::from(application).into(),
            i64::from(week.end).into(),
            is_final.into(),
            week.dirty.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Forgets the provisional rows of a week, before it is written anew.
pub async fn clear_provisional(tx: &Tx, tenant: i64, application: u32, week_end: i32) -> Result<(), Error> {
    let sql = "DELETE FROM team_week WHERE tenant = $1 AND application = $2 AND week_end = $3 AND final = $4";
    execute(
        tx,
        sql,
        [tenant.into(), i64::from(application).into(), i64::from(week_end).into(), false.into()],
    )
    .await?;
    Ok(())
}

/// Writes weeks. `history` is for imports: of two accounts of a week the fuller one stays.
pub async fn save(
    tx: &Tx,
    tenant: i64,
    application: u32,
    week_end: i32,
    is_final: bool,
    history: bool,
    weeks: &[TeamWeek],
) -> Result<(), Error> {
    let condition = if history { "WHERE team_week.active_days <= excluded.active_days" } else { "" };
    let into =
        "team_week (tenant, application, team, position, week_end, final, active_days, figures, evidence)";
    let conflict = format!(
        "ON CONFLICT (tenant, application, team, position, week_end) DO UPDATE SET final = excluded.final, \
         active_days = excluded.active_days, figures = excluded.figures, evidence = excluded.evidence {condition}"
    );
    let rows = weeks.iter().map(|week| {
        vec![
            tenant.into(),
            i64::from(application).into(),
            week.team.as_str().into(),
            week.position.as_str().into(),
            i64::from(week_end).into(),
            is_final.into(),
            number(week.active_days),
            week.figures.encode_to_vec().into(),
            week.evidence.as_ref().map(Message::encode_to_vec).into(),
        ]
    });
    insert(tx, into, rows.collect(), &conflict).await?;
    Ok(())
}

/// What is kept of a week: active person-days and figures, by team and position.
pub type Kept = HashMap<(String, String), (u64, pb::TeamWeek)>;

/// The rows of a week, final or not.
pub async fn kept<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    week_end: i32,
) -> Result<Kept, Error> {
    let sql = "SELECT team, position, active_days, figures FROM team_week WHERE tenant = $1 AND application = $2 \
               AND week_end = $3";
    let values = [tenant.into(), i64::from(application).into(), i64::from(week_end).into()];
    let rows = db.query_all_raw(statement(db, sql, values)).await?;
    rows.iter()
        .map(|row| {
            let figures: Vec<u8> = row.try_get("", "figures")?;
            let key = (row.try_get("", "team")?, row.try_get("", "position")?);
            let active_days = count(row.try_get("", "active_days")?);
            Ok((key, (active_days, pb::TeamWeek::decode(figures.as_slice())?)))
        })
        .collect()
}

#[derive(FromQueryResult)]
struct FiguresRow {
    figures: Vec<u8>,
}

/// The published weeks of a team, latest first.
pub async fn published<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    team: &str,
    position: &str,
    through: i32,
    limit: u64,
) -> Result<Vec<pb::TeamWeek>, Error> {
    let sql = "SELECT figures FROM team_week WHERE tenant = $1 AND application = $2 AND team = $3 AND position = $4 \
               AND week_end <= $5 AND final = $6 ORDER BY week_end DESC LIMIT $7";
    let values = [
        tenant.into(),
        i64::from(application).into(),
        team.into(),
        position.into(),
        i64::from(through).into(),
        true.into(),
        number(limit),
    ];
    let rows = FiguresRow::find_by_statement(statement(db, sql, values)).all(db).await?;
    rows.iter().map(|r| Ok(pb::TeamWeek::decode(r.figures.as_slice())?)).collect()
}

/// The latest week of an application that is published.
pub async fn latest_final<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
) -> Result<Option<i32>, Error> {
    let sql =
        "SELECT MAX(week_end) AS latest FROM week WHERE tenant = $1 AND application = $2 AND final = $3";
    let values = [tenant.into(), i64::from(application).into(), true.into()];
    let row = db.query_one_raw(statement(db, sql, values)).await?;
    let latest: Option<i64> = row.map(|r| r.try_get("", "latest")).transpose()?.flatten();
    Ok(latest.map(day))
}

/// One published week of all teams, by team, from after one on.
pub async fn published_week<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    week_end: i32,
    after: &str,
    limit: u64,
) -> Result<Vec<(String, pb::TeamWeek)>, Error> {
    let sql = "SELECT team, figures FROM team_week WHERE tenant = $1 AND application = $2 AND week_end = $3 \
               AND position = '' AND final = $4 AND team > $5 ORDER BY team LIMIT $6";
    let values = [
        tenant.into(),
        i64::from(application).into(),
        i64::from(week_end).into(),
        true.into(),
        after.into(),
        number(limit),
    ];
    let rows = db.query_all_raw(statement(db, sql, values)).await?;
    rows.iter()
        .map(|r| {
            let figures: Vec<u8> = r.try_get("", "figures")?;
            Ok((r.try_get("", "team")?, pb::TeamWeek::decode(figures.as_slice())?))
        })
        .collect()
}

/// The latest evidence of a team from between two days.
pub async fn evidence<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    team: &str,
    days: std::ops::RangeInclusive<i32>,
) -> Result<Option<pb::TeamEvidence>, Error> {
    let sql = "SELECT evidence FROM team_week WHERE tenant = $1 AND application = $2 AND team = $3 AND position = '' \
               AND week_end BETWEEN $4 AND $5 AND evidence IS NOT NULL ORDER BY week_end DESC LIMIT 1";
    let values = [
        tenant.into(),
        i64::from(application).into(),
        team.into(),
        i64::from(*days.start()).into(),
        i64::from(*days.end()).into(),
    ];
    let Some(row) = db.query_one_raw(statement(db, sql, values)).await? else { return Ok(None) };
    let evidence: Vec<u8> = row.try_get("", "evidence")?;
    Ok(Some(pb::TeamEvidence::decode(evidence.as_slice())?))
}
