//! What has to be counted again.
//!
//! Each mark carries a stamp that grows; whoever counted takes the mark away only if the stamp is still the one seen
//! before, so an event that arrives meanwhile is not forgotten.

use kit::{
    db::{
        Script, Tx,
        sql::{execute, statement},
    },
    error::Error,
};
use sea_orm::ConnectionTrait;

use super::{numbers::day, script};

/// What is to be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Usage; the day is a UTC day.
    Usage = 0,
    /// Data quality; the day is the reports'.
    Quality = 1,
}

/// A day to be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dirty {
    /// The day.
    pub day: i32,
    stamp: i64,
}

/// Marks days, each of them once.
pub async fn mark(
    tx: &Tx,
    tenant: i64,
    application: u32,
    what: What,
    days: impl IntoIterator<Item = i32>,
) -> Result<(), Error> {
    let mut script = Script::default();
    mark_in(&mut script, tenant, application, what, days);
    script.run_in(tx).await
}

/// The same, together with other statements.
pub fn mark_in(
    script: &mut Script,
    tenant: i64,
    application: u32,
    what: What,
    days: impl IntoIterator<Item = i32>,
) {
    let what = what as i64;
    script::rows(
        script,
        "INSERT INTO dirty_day (tenant, application, what, day, stamp) VALUES",
        days.into_iter().map(|day| format!("{tenant},{application},{what},{day},1")),
        "ON CONFLICT (tenant, application, what, day) DO UPDATE SET stamp = dirty_day.stamp + 1",
    );
}

/// Marked days of an application, oldest first.
pub async fn list<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    what: What,
) -> Result<Vec<Dirty>, Error> {
    let sql =
        "SELECT day, stamp FROM dirty_day WHERE tenant = $1 AND application = $2 AND what = $3 ORDER BY day";
    let values = [tenant.into(), i64::from(application).into(), (what as i64).into()];
    let rows = db.query_all_raw(statement(db, sql, values)).await?;
    rows.iter()
        .map(|r| Ok(Dirty { day: day(r.try_get("", "day")?), stamp: r.try_get("", "stamp")? }))
        .collect()
}

/// Takes a mark away, unless it was made anew.
pub async fn clear(tx: &Tx, tenant: i64, application: u32, what: What, dirty: Dirty) -> Result<(), Error> {
    execute(
        tx,
        "DELETE FROM dirty_day WHERE tenant = $1 AND application = $2 AND what = $3 AND day = $4 AND stamp = $5",
        [
            tenant.into(),
            i64::from(application).into(),
            (what as i64).into(),
            i64::from(dirty.day).into(),
            dirty.stamp.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Notes that the directory of an organization changed.
pub async fn mark_directory(tx: &Tx, organization: &str) -> Result<(), Error> {
    execute(
        tx,
        "INSERT INTO dirty_directory (organization, stamp, seen) VALUES ($1, 1, 0) \
         ON CONFLICT (organization) DO UPDATE SET stamp = dirty_directory.stamp + 1",
        [organization.into()],
    )
    .await?;
    Ok(())
}

/// The stamp of a directory that changed since it was counted; `None` for one that did not.
pub async fn directory<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Option<i64>, Error> {
    let sql = "SELECT stamp FROM dirty_directory WHERE organization = $1 AND stamp <> seen";
    let row = db.query_one_raw(statement(db, sql, [organization.into()])).await?;
    Ok(row.map(|r| r.try_get("", "stamp")).transpose()?)
}

/// Notes that a change of the directory was seen.
pub async fn directory_seen(tx: &Tx, organization: &str, stamp: i64) -> Result<(), Error> {
    let sql = "UPDATE dirty_directory SET seen = $2 WHERE organization = $1";
    execute(tx, sql, [organization.into(), stamp.into()]).await?;
    Ok(())
}
