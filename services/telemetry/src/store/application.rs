//! Applications.

use kit::{
    db::{
        Script, Tx,
        sql::{execute, statement},
    },
    error::Error,
    localize::Text,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::numbers::ordinal;

/// An application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// The id.
    pub id: String,
    /// Its number in the tables that grow with every act.
    pub ordinal: u32,
    /// What people call it.
    pub title: Text,
    /// When it was entered, in microseconds.
    pub create_time: i64,
    /// When it was put away.
    pub delete_time: Option<i64>,
    /// When an event of it last arrived.
    pub last_event_time: Option<i64>,
    /// Grows with each change.
    pub revision: i64,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    ordinal: i64,
    title_en: String,
    title_fa: String,
    title_ar: String,
    create_time: i64,
    delete_time: Option<i64>,
    last_event_time: Option<i64>,
    revision: i64,
}

impl From<Row> for Application {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            ordinal: ordinal(row.ordinal),
            title: Text::new(row.title_en, row.title_fa, row.title_ar),
            create_time: row.create_time,
            delete_time: row.delete_time,
            last_event_time: row.last_event_time,
            revision: row.revision,
        }
    }
}

const COLUMNS: &str =
    "id, ordinal, title_en, title_fa, title_ar, create_time, delete_time, last_event_time, revision";

/// The application with this id.
pub async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Application>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM application WHERE organization = $1 AND id = $2");
    let row = Row::find_by_statement(statement(db, sql, [organization.into(), id.into()])).one(db).await?;
    Ok(row.map(Application::from))
}

/// Applications that are tracked, by ordinal, from after one on.
pub async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    after: i64,
    limit: u64,
) -> Result<Vec<Application>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM application WHERE organization = $1 AND delete_time IS NULL AND ordinal > $2 \
         ORDER BY ordinal LIMIT $3"
    );
    let values = [organization.into(), after.into(), kit::db::sql::number(limit)];
    let rows = Row::find_by_statement(statement(db, sql, values)).all(db).await?;
    Ok(rows.into_iter().map(Application::from).collect())
}

/// The ordinal for the next application.
pub async fn next_ordinal(tx: &Tx, organization: &str) -> Result<u32, Error> {
    let sql = "SELECT COALESCE(MAX(ordinal), 0) + 1 AS next FROM application WHERE organization = $1";
    let row = tx.query_one_raw(statement(tx, sql, [organization.into()])).await?;
    Ok(ordinal(row.map(|r| r.try_get("", "next")).transpose()?.unwrap_or(1)))
}

/// Writes an application, new or known.
pub async fn save(tx: &Tx, organization: &str, application: &Application) -> Result<(), Error> {
    execute(
        tx,
        "INSERT INTO application (organization, id, ordinal, title_en, title_fa, title_ar, create_time, delete_time, \
         revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (organization, id) DO UPDATE SET \
         title_en = excluded.title_en, title_fa = excluded.title_fa, title_ar = excluded.title_ar, \
         delete_time = excluded.delete_time, revision = excluded.revision",
        [
            organization.into(),
            application.id.as_str().into(),
            i64::from(application.ordinal).into(),
            application.title.en.as_str().into(),
            application.title.fa.as_str().into(),
            application.title.ar.as_str().into(),
            application.create_time.into(),
            application.delete_time.into(),
            application.revision.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Notes when an event last arrived.
pub fn touch(script: &mut Script, tenant: i64, ordinal: u32, time: i64) {
    script.push(&format!(
        "UPDATE application SET last_event_time = {time} WHERE ordinal = {ordinal} \
         AND organization = (SELECT organization FROM tenant WHERE id = {tenant}) \
         AND COALESCE(last_event_time, 0) < {time}"
    ));
}

/// All applications, those that were put away too.
pub async fn everything<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Vec<Application>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM application WHERE organization = $1 ORDER BY ordinal");
    let rows = Row::find_by_statement(statement(db, sql, [organization.into()])).all(db).await?;
    Ok(rows.into_iter().map(Application::from).collect())
}
