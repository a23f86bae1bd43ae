//! Positions.

use kit::{
    db::{
        sql::{execute, statement},
        time::{from_micros, to_micros},
    },
    error::Error,
    text::normalize,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::position::Position;

#[derive(FromQueryResult)]
struct Row {
    id: String,
    display_name: String,
    target_rate: Option<f64>,
    revision: i64,
    create_time: i64,
}

impl From<Row> for Position {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            display_name: row.display_name,
            target_rate: row.target_rate,
            revision: row.revision,
            create_time: from_micros(row.create_time),
        }
    }
}

/// The position with this id.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Position>, Error> {
    let sql = "SELECT id, display_name, target_rate, revision, create_time FROM position \
               WHERE organization = $1 AND id = $2";
    let row =
        Row::find_by_statement(statement(db, sql, vec![organization.into(), id.into()])).one(db).await?;
    Ok(row.map(Position::from))
}

/// All positions, by name.
pub(crate) async fn all<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Vec<Position>, Error> {
    let sql = "SELECT id, display_name, target_rate, revision, create_time FROM position \
               WHERE organization = $1 ORDER BY name_key, id";
    let rows = Row::find_by_statement(statement(db, sql, vec![organization.into()])).all(db).await?;
    Ok(rows.into_iter().map(Position::from).collect())
}

/// Writes a position.
pub(crate) async fn save<C: ConnectionTrait>(db: &C, organization: &str, p: &Position) -> Result<(), Error> {
    let sql = "INSERT INTO position (organization, id, revision, create_time, display_name, name_key, target_rate) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (organization, id) DO UPDATE SET \
               revision = excluded.revision, display_name = excluded.display_name, name_key = excluded.name_key, \
               target_rate = excluded.target_rate";
    let values = vec![
        organization.into(),
        p.id.clone().into(),
        p.revision.into(),
        to_micros(p.create_time).into(),
        p.display_name.clone().into(),
        normalize(&p.display_name).into(),
        p.target_rate.into(),
    ];
    execute(db, sql, values).await?;
    Ok(())
}
