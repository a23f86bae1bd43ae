//! How positions stood after each day.

use kit::{
    db::{
        Tx,
        sql::{all, execute, insert, one},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::{
    evaluator::PositionDay, position_problem::PositionStanding, rule::posterior::Sums, standing::Day,
};

#[derive(FromQueryResult)]
struct Row {
    position: String,
    active: f64,
    eligible: f64,
    target: Option<f64>,
    low_days: i32,
}

/// Replaces everything about a day.
pub(crate) async fn replace(
    tx: &Tx,
    organization: &str,
    application: &str,
    day: Day,
    positions: &[PositionDay],
) -> Result<(), Error> {
    let sql = "DELETE FROM position_day WHERE organization = $1 AND application = $2 AND day = $3";
    execute(tx, sql, vec![organization.into(), application.into(), day.into()]).await?;
    let rows = positions
        .iter()
        .map(|p| {
            vec![
                organization.into(),
                application.into(),
                day.into(),
                p.position.clone().into(),
                p.window.active.into(),
                p.window.eligible.into(),
                p.target.into(),
                i32::try_from(p.standing.low_days).unwrap_or(i32::MAX).into(),
            ]
        })
        .collect();
    let into = "position_day (organization, application, day, position, active, eligible, target, low_days)";
    insert(tx, into, rows, "").await?;
    Ok(())
}

/// Every position on a day.
pub(crate) async fn on<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    day: Day,
) -> Result<Vec<PositionDay>, Error> {
    let sql = "SELECT position, active, eligible, target, low_days FROM position_day \
               WHERE organization = $1 AND application = $2 AND day = $3 ORDER BY position";
    let rows: Vec<Row> = all(db, sql, vec![organization.into(), application.into(), day.into()]).await?;
    let position = |row: Row| PositionDay {
        position: row.position,
        window: Sums { active: row.active, eligible: row.eligible, ..Sums::default() },
        target: row.target,
        standing: PositionStanding { low_days: u32::try_from(row.low_days).unwrap_or(0) },
    };
    Ok(rows.into_iter().map(position).collect())
}

#[derive(FromQueryResult)]
struct Since {
    since: Option<i32>,
}

/// Since which day the problem of a position has lasted, given the last evaluated day.
pub(crate) async fn problem_since<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    position: &str,
    day: Day,
) -> Result<Day, Error> {
    let sql = "SELECT MAX(day) AS since FROM position_day WHERE organization = $1 AND application = $2 \
               AND position = $3 AND day <= $4 AND low_days = 1";
    let values = vec![organization.into(), application.into(), position.into(), day.into()];
    let since: Option<Since> = one(db, sql, values).await?;
    Ok(since.and_then(|s| s.since).unwrap_or(day))
}
