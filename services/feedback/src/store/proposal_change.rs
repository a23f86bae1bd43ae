//! What became of proposals.

use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use super::entity::proposal_change::{Column, Entity, Model};
use crate::domain::proposal::{Status, StatusChange};

/// How many changes are shown.
const SHOWN: u64 = 200;

/// Adds a change after the others.
pub(crate) async fn add<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    change: &StatusChange,
) -> Result<(), Error> {
    let last: Option<i32> = Entity::find()
        .select_only()
        .column(Column::Seq)
        .filter(Column::Organization.eq(organization))
        .filter(Column::Proposal.eq(proposal))
        .order_by_desc(Column::Seq)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    let row = Model {
        organization: organization.to_owned(),
        proposal: proposal.to_owned(),
        seq: last.unwrap_or(0) + 1,
        status: change.status.number(),
        answer: change.answer.clone(),
        actor: change.actor.clone(),
        decision: change.decision.clone(),
        change_time: to_micros(change.time),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// The last changes, the first one first.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
) -> Result<Vec<StatusChange>, Error> {
    let rows = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Proposal.eq(proposal))
        .order_by_desc(Column::Seq)
        .limit(SHOWN)
        .all(db)
        .await?;
    let read = |row: Model| {
        let status = Status::from_number(row.status);
        let status =
            status.ok_or_else(|| Error::internal("a stored change has a status that nobody knows"))?;
        let time = from_micros(row.change_time);
        Ok(StatusChange { status, answer: row.answer, actor: row.actor, decision: row.decision, time })
    };
    rows.into_iter().rev().map(read).collect()
}
