//! What telemetry counted, and how far it is evaluated.

use std::collections::BTreeMap;

use kit::{db::Tx, error::Error};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::sql::{all, execute, insert, one};
use crate::domain::{
    evaluator::{CellKey, DayCount},
    standing::Day,
};

/// How far an application is evaluated.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Application {
    pub(crate) organization: String,
    #[sea_orm(from_alias = "application")]
    pub(crate) id: String,
    /// The first day with counts.
    pub(crate) first_day: i32,
    /// The last day with counts.
    pub(crate) last_day: i32,
    /// The last day that is evaluated.
    pub(crate) evaluated_day: Option<i32>,
    /// The first day that waits to be evaluated.
    pub(crate) dirty_day: Option<i32>,
    /// Grows with each change of the counts.
    pub(crate) version: i64,
}

/// The counts of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) count: DayCount,
    pub(crate) revision: i64,
}

const APPLICATION: &str = "SELECT organization, application, first_day, last_day, evaluated_day, dirty_day, version FROM application";

/// Keeps the counts of cells of one day; false when the same or newer ones of all of them are there.
pub(crate) async fn put(
    tx: &Tx,
    organization: &str,
    application: &str,
    day: Day,
    cells: BTreeMap<CellKey, Cell>,
) -> Result<bool, Error> {
    let number = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    let rows = cells
        .into_iter()
        .map(|(key, cell)| {
            vec![
                organization.into(),
                application.into(),
                day.into(),
                key.team.into(),
                key.position.into(),
                key.site.into(),
                number(cell.count.eligible).into(),
                number(cell.count.active).into(),
                number(cell.count.new_members).into(),
                cell.revision.into(),
            ]
        })
        .collect();
    let into = "team_day (organization, application, day, team, position, site, eligible, active, new_members, revision)";
    let tail = "ON CONFLICT (organization, application, day, team, position, site) DO UPDATE SET \
                eligible = excluded.eligible, active = excluded.active, new_members = excluded.new_members, \
                revision = excluded.revision WHERE team_day.revision < excluded.revision";
    Ok(insert(tx, into, rows, tail).await? > 0)
}

/// Says that a day has new counts and must be evaluated, with the days after it.
pub(crate) async fn mark(tx: &Tx, organization: &str, application: &str, day: Day) -> Result<(), Error> {
    let sql = "INSERT INTO application (organization, application, first_day, last_day, dirty_day, version) \
               VALUES ($1, $2, $3, $3, $3, 1) ON CONFLICT (organization, application) DO UPDATE SET \
               first_day = CASE WHEN excluded.first_day < application.first_day THEN excluded.first_day \
               ELSE application.first_day END, \
               last_day = CASE WHEN excluded.last_day > application.last_day THEN excluded.last_day \
               ELSE application.last_day END, \
               dirty_day = CASE WHEN application.dirty_day IS NULL OR excluded.dirty_day < application.dirty_day \
               THEN excluded.dirty_day ELSE application.dirty_day END, \
               version = application.version + 1";
    execute(tx, sql, vec![organization.into(), application.into(), day.into()]).await?;
    Ok(())
}

/// An application that waits to be evaluated.
pub(crate) async fn next_dirty<C: ConnectionTrait>(db: &C) -> Result<Option<Application>, Error> {
    let sql = format!(
        "{APPLICATION} WHERE dirty_day IS NOT NULL AND dirty_day <= last_day ORDER BY organization, application LIMIT 1"
    );
    Ok(one(db, &sql, vec![]).await?)
}

/// How far an application is evaluated; `None` when nothing was ever counted.
pub(crate) async fn application<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<Option<Application>, Error> {
    let sql = format!("{APPLICATION} WHERE organization = $1 AND application = $2");
    Ok(one(db, &sql, vec![organization.into(), application.into()]).await?)
}

/// Keeps how far an application is evaluated; days that were evaluated before and wait again still count. `seen` is the version that the counts had when they were read: with
/// newer ones, the day that waits stays, and everything from it on is evaluated again.
pub(crate) async fn advance(
    tx: &Tx,
    organization: &str,
    application: &str,
    evaluated: Day,
    dirty: Option<Day>,
    seen: i64,
) -> Result<(), Error> {
    let sql = "UPDATE application SET \
               evaluated_day = CASE WHEN evaluated_day > $3 THEN evaluated_day ELSE $3 END, \
               dirty_day = CASE WHEN version = $5 THEN $4 ELSE dirty_day END \
               WHERE organization = $1 AND application = $2";
    let values = vec![organization.into(), application.into(), evaluated.into(), dirty.into(), seen.into()];
    execute(tx, sql, values).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Row {
    day: i32,
    team: String,
    position: String,
    site: String,
    eligible: i32,
    active: i32,
    new_members: i32,
}

/// The counts of some days, by day.
pub(crate) async fn days<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    from: Day,
    to: Day,
) -> Result<BTreeMap<Day, Vec<(CellKey, DayCount)>>, Error> {
    let sql = "SELECT day, team, position, site, eligible, active, new_members FROM team_day \
               WHERE organization = $1 AND application = $2 AND day >= $3 AND day <= $4 \
               ORDER BY day, team, position, site";
    let rows: Vec<Row> =
        all(db, sql, vec![organization.into(), application.into(), from.into(), to.into()]).await?;
    let number = |n: i32| u32::try_from(n).unwrap_or(0);
    let mut days: BTreeMap<Day, Vec<(CellKey, DayCount)>> = BTreeMap::new();
    for row in rows {
        let count = DayCount {
            eligible: number(row.eligible),
            active: number(row.active),
            new_members: number(row.new_members),
        };
        let key = CellKey { team: row.team, position: row.position, site: row.site };
        days.entry(row.day).or_default().push((key, count));
    }
    Ok(days)
}

#[derive(FromQueryResult)]
struct Range {
    first: Option<i32>,
    last: Option<i32>,
}

/// The first and last day on which a site has counts.
pub(crate) async fn range_of_site<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    site: &str,
) -> Result<Option<(Day, Day)>, Error> {
    let sql = "SELECT MIN(day) AS first, MAX(day) AS last FROM team_day \
               WHERE organization = $1 AND application = $2 AND site = $3";
    let range: Option<Range> =
        one(db, sql, vec![organization.into(), application.into(), site.into()]).await?;
    Ok(range.and_then(|r| Some((r.first?, r.last?))))
}
