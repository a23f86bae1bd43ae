//! Positions.

use proto::identity::v1 as pb;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::row::{execute, last_id, statement};
use crate::{db::Tx, error::Error};

/// A job role that people hold.
#[derive(Debug, Clone, PartialEq, FromQueryResult)]
pub struct Position {
    /// The id.
    pub id: String,
    /// What people call it.
    pub display_name: String,
    /// The share of working days that its owner wants to see, above 0 and at most 1.
    pub target_rate: Option<f64>,
}

/// The position with this id.
pub async fn position<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Position>, Error> {
    let sql =
        "SELECT id, display_name, target_rate FROM directory_position WHERE organization = $1 AND id = $2";
    Ok(Position::find_by_statement(statement(db, sql, vec![organization.into(), id.into()])).one(db).await?)
}

/// All positions of an organization, by id.
pub async fn positions<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Vec<Position>, Error> {
    let sql =
        "SELECT id, display_name, target_rate FROM directory_position WHERE organization = $1 ORDER BY id";
    Ok(Position::find_by_statement(statement(db, sql, vec![organization.into()])).all(db).await?)
}

pub(super) async fn put(tx: &Tx, organization: &str, pb: &pb::Position) -> Result<(), Error> {
    let sql = "INSERT INTO directory_position (organization, id, revision, display_name, target_rate) \
               VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organization, id) DO UPDATE SET \
               revision = excluded.revision, display_name = excluded.display_name, target_rate = excluded.target_rate \
               WHERE directory_position.revision < excluded.revision";
    let values = vec![
        organization.into(),
        last_id(&pb.name).into(),
        pb.revision.into(),
        pb.display_name.clone().into(),
        pb.target_rate.into(),
    ];
    execute(tx, sql, values).await?;
    Ok(())
}
