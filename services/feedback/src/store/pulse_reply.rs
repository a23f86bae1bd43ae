//! What was answered, without who.

use kit::{
    db::row::{from_json, int, json, put},
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::entity::pulse_reply::{Column, Entity, Model};
use crate::domain::pulse::results::Reply;

/// Keeps a reply under an id that tells nothing.
pub(crate) async fn add<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    pulse: &str,
    number: u32,
    id: String,
    reply: &Reply,
) -> Result<(), Error> {
    put::<Entity, C>(
        db,
        Model {
            organization: organization.to_owned(),
            pulse: pulse.to_owned(),
            number: int(number),
            id,
            team: reply.team.clone(),
            answers: json(&reply.answers)?,
        },
    )
    .await
}

/// The replies of a round.
pub(crate) async fn of_round<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    pulse: &str,
    number: u32,
) -> Result<Vec<Reply>, Error> {
    let rows = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Pulse.eq(pulse))
        .filter(Column::Number.eq(int(number)))
        .all(db)
        .await?;
    rows.into_iter().map(|row| Ok(Reply { team: row.team, answers: from_json(&row.answers)? })).collect()
}
