//! Sessions and the hashes of their refresh tokens.

use jiff::Timestamp;
use kit::{
    db::{
        sql::{execute, statement},
        time::{from_micros, to_micros},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::session::{Session, Token};

#[derive(FromQueryResult)]
struct Row {
    id: String,
    person: String,
    create_time: i64,
    refresh_time: i64,
    expire_time: i64,
    end_time: Option<i64>,
}

impl From<Row> for Session {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            person: row.person,
            create_time: from_micros(row.create_time),
            refresh_time: from_micros(row.refresh_time),
            expire_time: from_micros(row.expire_time),
            end_time: row.end_time.map(from_micros),
        }
    }
}

const COLUMNS: &str = "id, person, create_time, refresh_time, expire_time, end_time";

/// The session with this id.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Session>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM session WHERE organization = $1 AND id = $2");
    let row =
        Row::find_by_statement(statement(db, sql, vec![organization.into(), id.into()])).one(db).await?;
    Ok(row.map(Session::from))
}

/// The open sessions of a person, newest first.
pub(crate) async fn open_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    now: Timestamp,
) -> Result<Vec<Session>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM session WHERE organization = $1 AND person = $2 AND end_time IS NULL \
         AND expire_time > $3 ORDER BY create_time DESC, id DESC"
    );
    let values = vec![organization.into(), person.into(), to_micros(now).into()];
    let rows = Row::find_by_statement(statement(db, sql, values)).all(db).await?;
    Ok(rows.into_iter().map(Session::from).collect())
}

/// Writes a session.
pub(crate) async fn save<C: ConnectionTrait>(db: &C, organization: &str, s: &Session) -> Result<(), Error> {
    let sql = "INSERT INTO session (organization, id, person, create_time, refresh_time, expire_time, end_time) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (organization, id) DO UPDATE SET \
               refresh_time = excluded.refresh_time, expire_time = excluded.expire_time, end_time = excluded.end_time";
    let values = vec![
        organization.into(),
        s.id.clone().into(),
        s.person.clone().into(),
        to_micros(s.create_time).into(),
        to_micros(s.refresh_time).into(),
        to_micros(s.expire_time).into(),
        s.end_time.map(to_micros).into(),
    ];
    execute(db, sql, values).await?;
    Ok(())
}

/// Ends every open session of a person but one.
pub(crate) async fn end_others<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    except: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let sql = "UPDATE session SET end_time = $4 WHERE organization = $1 AND person = $2 AND id <> $3 \
               AND end_time IS NULL";
    execute(db, sql, vec![organization.into(), person.into(), except.into(), to_micros(now).into()]).await?;
    Ok(())
}

/// A refresh token of a session, by its hash.
pub(crate) async fn token<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    session: &str,
    hash: &str,
) -> Result<Option<Token>, Error> {
    let sql = "SELECT replace_time FROM refresh_token WHERE organization = $1 AND session = $2 AND hash = $3";
    let values = vec![organization.into(), session.into(), hash.into()];
    let Some(row) = db.query_one_raw(statement(db, sql, values)).await? else { return Ok(None) };
    let replace_time: Option<i64> = row.try_get("", "replace_time")?;
    Ok(Some(Token { replace_time: replace_time.map(from_micros) }))
}

/// Writes a refresh token.
pub(crate) async fn save_token<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    session: &str,
    hash: &str,
    token: Token,
) -> Result<(), Error> {
    let sql = "INSERT INTO refresh_token (organization, session, hash, replace_time) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (organization, session, hash) DO UPDATE SET replace_time = excluded.replace_time";
    let values =
        vec![organization.into(), session.into(), hash.into(), token.replace_time.map(to_micros).into()];
    execute(db, sql, values).await?;
    Ok(())
}

/// Forgets sessions that ended or expired before an instant, and their tokens. Answers how many sessions.
pub(crate) async fn forget<C: ConnectionTrait>(db: &C, before: Timestamp) -> Result<u64, Error> {
    let over = "(end_time IS NOT NULL AND end_time < $1) OR expire_time < $1";
    let sql = format!(
        "DELETE FROM refresh_token WHERE EXISTS (SELECT 1 FROM session s WHERE \
         s.organization = refresh_token.organization AND s.id = refresh_token.session AND ({over}))"
    );
    execute(db, &sql, vec![to_micros(before).into()]).await?;
    let sql = format!("DELETE FROM session WHERE {over}");
    execute(db, &sql, vec![to_micros(before).into()]).await
}
