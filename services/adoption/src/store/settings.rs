//! How each organization wants to be told.

use kit::{
    db::{
        Tx,
        sql::{execute, one},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// The settings; version 0 is as they are at first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Settings {
    /// Interventions start by themselves for what the strict rule finds.
    pub(crate) automatic: bool,
    /// Raise only what the strict rule finds.
    pub(crate) strict: bool,
    /// When they were changed, in microseconds.
    pub(crate) update_time: Option<i64>,
    pub(crate) version: i64,
}

#[derive(FromQueryResult)]
struct Row {
    automatic: bool,
    strict: bool,
    update_time: i64,
    version: i64,
}

/// The settings of an organization.
pub(crate) async fn load<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Settings, Error> {
    let sql = "SELECT automatic, strict, update_time, version FROM settings WHERE organization = $1";
    let row: Option<Row> = one(db, sql, vec![organization.into()]).await?;
    Ok(row.map_or_else(Settings::default, |r| Settings {
        automatic: r.automatic,
        strict: r.strict,
        update_time: Some(r.update_time),
        version: r.version,
    }))
}

/// Keeps changed settings.
pub(crate) async fn save(tx: &Tx, organization: &str, settings: &Settings) -> Result<(), Error> {
    let sql = "INSERT INTO settings (organization, automatic, strict, update_time, version) \
               VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organization) DO UPDATE SET \
               automatic = excluded.automatic, strict = excluded.strict, update_time = excluded.update_time, \
               version = excluded.version";
    let values = vec![
        organization.into(),
        settings.automatic.into(),
        settings.strict.into(),
        settings.update_time.unwrap_or(0).into(),
        settings.version.into(),
    ];
    execute(tx, sql, values).await?;
    Ok(())
}
