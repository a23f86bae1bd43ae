//! Organizations, and the sequence that revisions are drawn from.

use kit::{
    db::{
        sql::{execute, statement},
        time::{from_micros, to_micros},
    },
    error::Error,
    localize::Language,
};
use proto::localization::v1::{Calendar, Digits};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::organization::Organization;

#[derive(FromQueryResult)]
struct Row {
    organization: String,
    display_name: String,
    languages: String,
    calendar: i32,
    digits: i32,
    revision: i64,
    create_time: i64,
}

const COLUMNS: &str = "organization, display_name, languages, calendar, digits, revision, create_time";

impl From<Row> for Organization {
    fn from(row: Row) -> Self {
        Self {
            id: row.organization,
            display_name: row.display_name,
            languages: row.languages.split(',').filter_map(|l| l.parse::<Language>().ok()).collect(),
            calendar: Calendar::try_from(row.calendar).unwrap_or_default(),
            digits: Digits::try_from(row.digits).unwrap_or_default(),
            revision: row.revision,
            create_time: from_micros(row.create_time),
        }
    }
}

/// The organization with this id.
pub(crate) async fn load<C: ConnectionTrait>(db: &C, id: &str) -> Result<Option<Organization>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM organization WHERE organization = $1");
    Ok(Row::find_by_statement(statement(db, sql, vec![id.into()])).one(db).await?.map(Organization::from))
}

/// The organization with this id, which must exist.
pub(crate) async fn get<C: ConnectionTrait>(db: &C, id: &str) -> Result<Organization, Error> {
    load(db, id).await?.ok_or_else(|| Error::not_found(kit::name::OrganizationName::new(id)))
}

/// Organizations by id, after one.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Organization>, Error> {
    let sql =
        format!("SELECT {COLUMNS} FROM organization WHERE organization > $1 ORDER BY organization LIMIT $2");
    let values = vec![after.unwrap_or_default().into(), i64::try_from(limit).unwrap_or(i64::MAX).into()];
    let rows = Row::find_by_statement(statement(db, sql, values)).all(db).await?;
    Ok(rows.into_iter().map(Organization::from).collect())
}

/// Writes an organization. Its sequence stays as it is.
pub(crate) async fn save<C: ConnectionTrait>(db: &C, o: &Organization) -> Result<(), Error> {
    let sql = "INSERT INTO organization (organization, display_name, languages, calendar, digits, sequence, revision, \
               create_time) VALUES ($1, $2, $3, $4, $5, $6, $6, $7) ON CONFLICT (organization) DO UPDATE SET \
               display_name = excluded.display_name, languages = excluded.languages, calendar = excluded.calendar, \
               digits = excluded.digits, revision = excluded.revision";
    let languages: Vec<_> = o.languages.iter().map(|l| l.code()).collect();
    let values = vec![
        o.id.clone().into(),
        o.display_name.clone().into(),
        languages.join(",").into(),
        (o.calendar as i32).into(),
        (o.digits as i32).into(),
        o.revision.into(),
        to_micros(o.create_time).into(),
    ];
    execute(db, sql, values).await?;
    Ok(())
}

/// Draws `count` revisions, the last of which it answers: every change of anything in the organization gets a higher one
/// than all before, so an unchanged sequence means an unchanged directory.
pub(crate) async fn draw<C: ConnectionTrait>(db: &C, organization: &str, count: i64) -> Result<i64, Error> {
    let sql = "UPDATE organization SET sequence = sequence + $2 WHERE organization = $1 RETURNING sequence";
    let row = db.query_one_raw(statement(db, sql, vec![organization.into(), count.into()])).await?;
    let row = row.ok_or_else(|| Error::not_found(kit::name::OrganizationName::new(organization)))?;
    Ok(row.try_get("", "sequence")?)
}

/// The highest revision drawn so far.
pub(crate) async fn sequence<C: ConnectionTrait>(db: &C, organization: &str) -> Result<i64, Error> {
    let sql = "SELECT sequence FROM organization WHERE organization = $1";
    let row = db.query_one_raw(statement(db, sql, vec![organization.into()])).await?;
    Ok(row.map(|r| r.try_get("", "sequence")).transpose()?.unwrap_or_default())
}
