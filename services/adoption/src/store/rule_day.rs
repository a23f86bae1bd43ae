//! What the rule keeps of each day, so that the next one, or a restated one, goes on from there.

use kit::{
    db::{
        Tx,
        sql::{all, execute, one},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::count;
use crate::domain::{
    evaluator::{Kept, Past, looks_back},
    rule::{LEVEL_DAYS, RING_DAYS},
    standing::Day,
};

/// Days that are kept: what the rule looks back on, and five weeks within which late counts restate days at no more
/// cost than new ones. Beyond them, the evaluation goes back to the counts.
const KEPT_DAYS: usize = RING_DAYS + 35;

#[derive(FromQueryResult)]
struct TotalsRow {
    day: i32,
    origin: i32,
    totals: Vec<u8>,
}

#[derive(FromQueryResult)]
struct LatestRow {
    latest: Vec<u8>,
}

/// What the evaluation of `first` to `last` goes on from; `None` when not all of it is kept. `start` is the first day
/// with counts.
pub(crate) async fn past<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    (first, last): (Day, Day),
    start: Day,
) -> Result<Option<Past>, Error> {
    if first <= start {
        return Ok(None);
    }
    let values = || vec![organization.into(), application.into()];
    let sql = "SELECT latest FROM rule_day WHERE organization = $1 AND application = $2 AND day = $3";
    let mut day = values();
    day.push((first - 1).into());
    let Some(LatestRow { latest }) = one(db, sql, day).await? else { return Ok(None) };
    let mut past = Past { last: first - 1, latest, ..Past::default() };
    let wanted: Vec<Day> = looks_back(first, last).into_iter().filter(|d| *d >= start).collect();
    let mut sql =
        "SELECT day, origin, totals FROM rule_day WHERE organization = $1 AND application = $2 AND day IN ("
            .to_owned();
    for (number, day) in wanted.iter().enumerate() {
        // Whole numbers of our own: no value of anybody's is written into the statement.
        sql.push_str(if number > 0 { "," } else { "" });
        sql.push_str(&day.to_string());
    }
    sql.push(')');
    let rows: Vec<TotalsRow> = all(db, &sql, values()).await?;
    let Some(origin) = rows.iter().find(|r| r.day == past.last).map(|r| r.origin) else { return Ok(None) };
    if rows.len() != wanted.len() || rows.iter().any(|r| r.origin != origin) {
        return Ok(None);
    }
    past.origin = origin;
    past.totals = rows.into_iter().map(|r| (r.day, r.totals)).collect();
    let people = Day::try_from(LEVEL_DAYS).unwrap_or(0);
    past.people = count::people(db, organization, application, first - people, first - 1).await?;
    Ok(Some(past))
}

/// Keeps a day.
pub(crate) async fn keep(
    tx: &Tx,
    organization: &str,
    application: &str,
    day: Day,
    kept: Kept,
) -> Result<(), Error> {
    let sql = "INSERT INTO rule_day (organization, application, day, origin, totals, latest) \
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (organization, application, day) DO UPDATE SET \
               origin = excluded.origin, totals = excluded.totals, latest = excluded.latest";
    let values = vec![
        organization.into(),
        application.into(),
        day.into(),
        kept.origin.into(),
        kept.totals.into(),
        kept.latest.into(),
    ];
    execute(tx, sql, values).await?;
    Ok(())
}

/// Forgets what lies too far before a day.
pub(crate) async fn forget(tx: &Tx, organization: &str, application: &str, day: Day) -> Result<(), Error> {
    let sql = "DELETE FROM rule_day WHERE organization = $1 AND application = $2 AND day < $3";
    let before = day - Day::try_from(KEPT_DAYS).unwrap_or(Day::MAX);
    execute(tx, sql, vec![organization.into(), application.into(), before.into()]).await?;
    Ok(())
}
