//! API keys, by their hash.

use kit::{
    db::{
        Tx,
        sql::{execute, statement},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A key.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct ApiKey {
    /// The organization, which the key is found before.
    pub organization: String,
    /// The application that it speaks for.
    pub application: String,
    /// The id.
    pub id: String,
    /// What it is for.
    pub display_name: String,
    /// The hash of its secret.
    pub hash: Vec<u8>,
    /// When it was made.
    pub create_time: i64,
    /// When it was revoked.
    pub revoke_time: Option<i64>,
}

const COLUMNS: &str = "organization, application, id, display_name, hash, create_time, revoke_time";

/// The key with this id, of whatever organization: what a request shows is all that is known of who sends it.
pub async fn find<C: ConnectionTrait>(db: &C, id: &str) -> Result<Option<ApiKey>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM api_key WHERE id = $1");
    Ok(ApiKey::find_by_statement(statement(db, sql, [id.into()])).one(db).await?)
}

/// The keys of an application, newest first.
pub async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<Vec<ApiKey>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM api_key WHERE organization = $1 AND application = $2 ORDER BY create_time DESC, id DESC"
    );
    Ok(ApiKey::find_by_statement(statement(db, sql, [organization.into(), application.into()]))
        .all(db)
        .await?)
}

/// Writes a new key.
pub async fn insert(tx: &Tx, key: &ApiKey) -> Result<(), Error> {
    execute(
        tx,
        "INSERT INTO api_key (organization, application, id, display_name, hash, create_time) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        [
            key.organization.as_str().into(),
            key.application.as_str().into(),
            key.id.as_str().into(),
            key.display_name.as_str().into(),
            key.hash.clone().into(),
            key.create_time.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Stops a key from working; the first time counts.
pub async fn revoke(tx: &Tx, organization: &str, application: &str, id: &str, now: i64) -> Result<(), Error> {
    execute(
        tx,
        "UPDATE api_key SET revoke_time = $4 WHERE organization = $1 AND application = $2 AND id = $3 \
         AND revoke_time IS NULL",
        [organization.into(), application.into(), id.into(), now.into()],
    )
    .await?;
    Ok(())
}
