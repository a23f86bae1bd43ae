//! Organizations as numbers.

use kit::{
    db::{
        Tx,
        sql::{execute, statement},
    },
    error::Error,
};
use sea_orm::ConnectionTrait;

/// The number of an organization; `None` for one that nothing was ever kept of.
pub async fn find<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Option<i64>, Error> {
    let row = db
        .query_one_raw(statement(db, "SELECT id FROM tenant WHERE organization = $1", [organization.into()]))
        .await?;
    Ok(row.map(|r| r.try_get("", "id")).transpose()?)
}

/// The number of an organization, given now if it has none.
pub async fn ensure(tx: &Tx, organization: &str) -> Result<i64, Error> {
    execute(
        tx,
        "INSERT INTO tenant (organization, id) SELECT $1, COALESCE(MAX(id), 0) + 1 FROM tenant \
         WHERE 1 = 1 ON CONFLICT (organization) DO NOTHING",
        [organization.into()],
    )
    .await?;
    find(tx, organization).await?.ok_or_else(|| Error::internal("a tenant vanished"))
}

/// All organizations with their numbers.
pub async fn all<C: ConnectionTrait>(db: &C) -> Result<Vec<(String, i64)>, Error> {
    let rows = db.query_all_raw(statement(db, "SELECT organization, id FROM tenant ORDER BY id", [])).await?;
    rows.iter().map(|r| Ok((r.try_get("", "organization")?, r.try_get("", "id")?))).collect()
}
