//! The team tree.

use std::collections::HashMap;

use jiff::civil::Date;
use kit::{
    db::{
        sql::{execute, statement},
        time::{from_micros, to_days, to_micros},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::team::{Team, Tree};

#[derive(FromQueryResult)]
struct Row {
    id: String,
    display_name: String,
    parent: Option<String>,
    revision: i64,
    create_time: i64,
    delete_time: Option<i64>,
}

/// The whole tree, dissolved teams too.
pub(crate) async fn tree<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Tree, Error> {
    let sql = "SELECT id, display_name, parent, revision, create_time, delete_time FROM team WHERE organization = $1";
    let rows = Row::find_by_statement(statement(db, sql, vec![organization.into()])).all(db).await?;
    Ok(Tree::new(rows.into_iter().map(|row| Team {
        id: row.id,
        display_name: row.display_name,
        parent: row.parent,
        revision: row.revision,
        create_time: from_micros(row.create_time),
        delete_time: row.delete_time.map(from_micros),
    })))
}

/// Writes a team.
pub(crate) async fn save<C: ConnectionTrait>(db: &C, organization: &str, team: &Team) -> Result<(), Error> {
    let sql = "INSERT INTO team (organization, id, revision, create_time, display_name, parent, delete_time) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (organization, id) DO UPDATE SET \
               revision = excluded.revision, display_name = excluded.display_name, parent = excluded.parent, \
               delete_time = excluded.delete_time";
    let values = vec![
        organization.into(),
        team.id.clone().into(),
        team.revision.into(),
        to_micros(team.create_time).into(),
        team.display_name.clone().into(),
        team.parent.clone().into(),
        team.delete_time.map(to_micros).into(),
    ];
    execute(db, sql, values).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct CountRow {
    id: String,
    number: i64,
}

/// How many people are members of each team on a day; teams without members are left out.
pub(crate) async fn member_counts<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    day: Date,
) -> Result<HashMap<String, i32>, Error> {
    counts(db, organization, "team", day).await
}

/// How many people hold each position on a day; positions that nobody holds are left out.
pub(crate) async fn holder_counts<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    day: Date,
) -> Result<HashMap<String, i32>, Error> {
    counts(db, organization, "position", day).await
}

async fn counts<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    column: &'static str,
    day: Date,
) -> Result<HashMap<String, i32>, Error> {
    let sql = format!(
        "SELECT {column} AS id, COUNT(*) AS number FROM membership WHERE organization = $1 AND start_day <= $2 \
         AND (end_day IS NULL OR end_day >= $2) GROUP BY {column}"
    );
    let rows =
        CountRow::find_by_statement(statement(db, sql, vec![organization.into(), to_days(day).into()]));
    let rows = rows.all(db).await?;
    Ok(rows.into_iter().map(|r| (r.id, i32::try_from(r.number).unwrap_or(i32::MAX))).collect())
}

/// Whether anybody is or will be a member of a team on a day or after it.
pub(crate) async fn has_members<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    team: &str,
    from: Date,
) -> Result<bool, Error> {
    let sql = "SELECT person FROM membership WHERE organization = $1 AND team = $2 \
               AND (end_day IS NULL OR end_day >= $3) LIMIT 1";
    let values = vec![organization.into(), team.into(), to_days(from).into()];
    Ok(db.query_one_raw(statement(db, sql, values)).await?.is_some())
}
