//! Core tasks.

use kit::{
    db::{
        Tx,
        sql::{execute, statement},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::numbers::ordinal;
use crate::domain::core_tasks::CoreTasks;

/// A core task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoreTask {
    /// The id.
    pub id: String,
    /// The position; empty for all without core tasks of their own.
    pub position: String,
    /// The feature; `None` for any.
    pub feature: Option<u32>,
    /// When it was entered.
    pub create_time: i64,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    position: String,
    feature: Option<i64>,
    create_time: i64,
}

/// The core tasks of an application, by position.
pub async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<Vec<CoreTask>, Error> {
    let sql = "SELECT id, position, feature, create_time FROM core_task WHERE organization = $1 AND application = $2 \
               ORDER BY position, id";
    let rows =
        Row::find_by_statement(statement(db, sql, [organization.into(), application.into()])).all(db).await?;
    Ok(rows
        .into_iter()
        .map(|r| CoreTask {
            id: r.id,
            position: r.position,
            feature: r.feature.map(ordinal),
            create_time: r.create_time,
        })
        .collect())
}

/// The same, made ready for counting.
pub async fn core_tasks<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<CoreTasks, Error> {
    let mut core = CoreTasks::default();
    for task in list(db, organization, application).await? {
        core.add(&task.position, task.feature);
    }
    Ok(core)
}

/// Writes a new core task.
pub async fn insert(tx: &Tx, organization: &str, application: &str, task: &CoreTask) -> Result<(), Error> {
    execute(
        tx,
        "INSERT INTO core_task (organization, application, id, position, feature, create_time) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        [
            organization.into(),
            application.into(),
            task.id.as_str().into(),
            task.position.as_str().into(),
            task.feature.map(i64::from).into(),
            task.create_time.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Takes a core task away; answers whether it was there.
pub async fn delete(tx: &Tx, organization: &str, application: &str, id: &str) -> Result<bool, Error> {
    let sql = "DELETE FROM core_task WHERE organization = $1 AND application = $2 AND id = $3";
    Ok(execute(tx, sql, [organization.into(), application.into(), id.into()]).await? > 0)
}
