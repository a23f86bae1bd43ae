//! Failed sign-ins and reset mails, to count them. Addresses are kept as hashes.

use jiff::{SignedDuration, Timestamp};
use kit::{
    db::{
        sql::{execute, statement},
        time::{from_micros, to_micros},
    },
    error::Error,
};
use sea_orm::ConnectionTrait;

/// Before anybody signed in there is no organization.
const NO_ORGANIZATION: &str = "";

/// When there were attempts in a scope, over a window that ends now.
pub(crate) async fn recent<C: ConnectionTrait>(
    db: &C,
    scope: &str,
    window: SignedDuration,
    now: Timestamp,
) -> Result<Vec<Timestamp>, Error> {
    let sql = "SELECT time FROM attempt WHERE organization = $1 AND scope = $2 AND time > $3 ORDER BY time DESC LIMIT 200";
    let values = vec![NO_ORGANIZATION.into(), scope.into(), to_micros(now - window).into()];
    let mut times = Vec::new();
    for row in db.query_all_raw(statement(db, sql, values)).await? {
        times.push(from_micros(row.try_get("", "time")?));
    }
    Ok(times)
}

/// Counts an attempt.
pub(crate) async fn add<C: ConnectionTrait>(
    db: &C,
    scope: &str,
    id: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let sql = "INSERT INTO attempt (organization, scope, id, time) VALUES ($1, $2, $3, $4)";
    execute(db, sql, vec![NO_ORGANIZATION.into(), scope.into(), id.into(), to_micros(now).into()]).await?;
    Ok(())
}

/// Forgets the attempts of a scope: it went well.
pub(crate) async fn clear<C: ConnectionTrait>(db: &C, scope: &str) -> Result<(), Error> {
    let sql = "DELETE FROM attempt WHERE organization = $1 AND scope = $2";
    execute(db, sql, vec![NO_ORGANIZATION.into(), scope.into()]).await?;
    Ok(())
}

/// Forgets attempts before an instant.
pub(crate) async fn forget<C: ConnectionTrait>(db: &C, before: Timestamp) -> Result<u64, Error> {
    let sql = "DELETE FROM attempt WHERE organization = $1 AND time < $2";
    execute(db, sql, vec![NO_ORGANIZATION.into(), to_micros(before).into()]).await
}

/// Forgets one attempt of a scope.
pub(crate) async fn remove<C: ConnectionTrait>(db: &C, scope: &str, id: &str) -> Result<(), Error> {
    let sql = "DELETE FROM attempt WHERE organization = $1 AND scope = $2 AND id = $3";
    execute(db, sql, vec![NO_ORGANIZATION.into(), scope.into(), id.into()]).await?;
    Ok(())
}
