//! One-time links to set a password, by the hash of their token.

use jiff::Timestamp;
use kit::{
    db::{
        sql::{execute, statement},
        time::{from_micros, to_micros},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A link that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// Whose password it sets.
    pub person: String,
    /// When it ceases to work.
    pub expire_time: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    person: String,
    expire_time: i64,
}

/// The link with this hash.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    hash: &str,
) -> Result<Option<Link>, Error> {
    let sql = "SELECT person, expire_time FROM password_link WHERE organization = $1 AND hash = $2";
    let row =
        Row::find_by_statement(statement(db, sql, vec![organization.into(), hash.into()])).one(db).await?;
    Ok(row.map(|r| Link { person: r.person, expire_time: from_micros(r.expire_time) }))
}

/// Keeps a link; older ones of the person cease to work.
pub(crate) async fn replace<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    hash: &str,
    link: &Link,
) -> Result<(), Error> {
    forget_of(db, organization, &link.person).await?;
    let sql = "INSERT INTO password_link (organization, hash, person, expire_time) VALUES ($1, $2, $3, $4)";
    let values = vec![
        organization.into(),
        hash.into(),
        link.person.clone().into(),
        to_micros(link.expire_time).into(),
    ];
    execute(db, sql, values).await?;
    Ok(())
}

/// Makes every link of a person cease to work.
pub(crate) async fn forget_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
) -> Result<(), Error> {
    let sql = "DELETE FROM password_link WHERE organization = $1 AND person = $2";
    execute(db, sql, vec![organization.into(), person.into()]).await?;
    Ok(())
}

/// Forgets links that ceased to work before an instant.
pub(crate) async fn forget<C: ConnectionTrait>(db: &C, before: Timestamp) -> Result<u64, Error> {
    execute(db, "DELETE FROM password_link WHERE expire_time < $1", vec![to_micros(before).into()]).await
}
