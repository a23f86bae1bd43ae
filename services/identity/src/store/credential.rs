//! Passwords, as hashes.

use jiff::Timestamp;
use kit::{
    db::{
        sql::{execute, statement},
        time::to_micros,
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::person::email_key;

/// How many organizations one address may open; more are not looked at.
const ORGANIZATIONS: u32 = 4;

/// A person who can sign in.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Credential {
    /// The organization.
    pub organization: String,
    /// The person.
    pub person: String,
    /// The hash, as a PHC string.
    pub hash: String,
}

/// Who can sign in with an address, in every organization or in one.
pub(crate) async fn of_email<C: ConnectionTrait>(
    db: &C,
    email: &str,
    organization: Option<&str>,
) -> Result<Vec<Credential>, Error> {
    let sql = format!(
        "SELECT c.organization, c.person, c.hash FROM person p JOIN credential c \
         ON c.organization = p.organization AND c.person = p.id WHERE p.email_key = $1 \
         AND ($2 = '' OR p.organization = $2) ORDER BY c.organization LIMIT {ORGANIZATIONS}"
    );
    let values = vec![email_key(email).into(), organization.unwrap_or_default().into()];
    Ok(Credential::find_by_statement(statement(db, sql, values)).all(db).await?)
}

/// A person by the address alone, with or without a password, in every organization.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Addressee {
    /// The organization.
    pub organization: String,
    /// The person.
    pub person: String,
}

/// Who has an address, in every organization.
pub(crate) async fn with_email<C: ConnectionTrait>(db: &C, email: &str) -> Result<Vec<Addressee>, Error> {
    let sql = format!(
        "SELECT p.organization, p.id AS person FROM person p WHERE p.email_key = $1 \
         ORDER BY p.organization LIMIT {ORGANIZATIONS}"
    );
    Ok(Addressee::find_by_statement(statement(db, sql, vec![email_key(email).into()])).all(db).await?)
}

/// The hash of a person's password.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
) -> Result<Option<String>, Error> {
    let sql = "SELECT hash FROM credential WHERE organization = $1 AND person = $2";
    let row = db.query_one_raw(statement(db, sql, vec![organization.into(), person.into()])).await?;
    Ok(row.map(|r| r.try_get("", "hash")).transpose()?)
}

/// Keeps the hash of a person's password.
pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    hash: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let sql = "INSERT INTO credential (organization, person, hash, change_time) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (organization, person) DO UPDATE SET hash = excluded.hash, change_time = excluded.change_time";
    execute(db, sql, vec![organization.into(), person.into(), hash.into(), to_micros(now).into()]).await?;
    Ok(())
}
