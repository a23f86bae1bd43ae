//! Pulses and the settings for all of them.

use kit::{
    db::{
        row::{from_json, int, json, put, uint},
        time::{from_micros, to_micros},
    },
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::{
    pulse::{Column, Entity, Model},
    pulse_settings,
};
use crate::domain::pulse::{Pulse, PulseState, audience::DAYS_BETWEEN};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Pulse>, Error> {
    Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(db: &C, organization: &str, pulse: &Pulse) -> Result<(), Error> {
    put::<Entity, C>(
        db,
        Model {
            organization: organization.to_owned(),
            id: pulse.id.clone(),
            title: json(&pulse.title)?,
            application: pulse.application.clone(),
            questions: json(&pulse.questions)?,
            audience: json(&pulse.audience)?,
            schedule: json(&pulse.schedule)?,
            state: number(pulse.state),
            rounds_begun: int(pulse.rounds_begun),
            revision: pulse.revision,
            create_time: to_micros(pulse.create_time),
        },
    )
    .await
}

pub(crate) async fn delete<C: ConnectionTrait>(db: &C, organization: &str, id: &str) -> Result<(), Error> {
    Entity::delete_by_id((organization.to_owned(), id.to_owned())).exec(db).await?;
    Ok(())
}

/// Pulses, newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Pulse>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// The pulses that ask people now and then, by id.
pub(crate) async fn running<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Vec<Pulse>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::State.eq(number(PulseState::Open)))
        .order_by_asc(Column::Id);
    query.all(db).await?.into_iter().map(read).collect()
}

/// The pulses about an application, and those about none.
pub(crate) async fn about<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<Vec<Pulse>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Application.eq(application).or(Column::Application.is_null()));
    query.all(db).await?.into_iter().map(read).collect()
}

/// The fewest days from one round that asks a person to the next one.
pub(crate) async fn days_between<C: ConnectionTrait>(db: &C, organization: &str) -> Result<u32, Error> {
    let row = pulse_settings::Entity::find_by_id(organization.to_owned()).one(db).await?;
    Ok(row.map_or(DAYS_BETWEEN, |row| uint(row.days_between)))
}

pub(crate) async fn set_days_between<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    days: u32,
) -> Result<(), Error> {
    let row = pulse_settings::Model { organization: organization.to_owned(), days_between: int(days) };
    put::<pulse_settings::Entity, C>(db, row).await
}

fn number(state: PulseState) -> i32 {
    match state {
        PulseState::Draft => 1,
        PulseState::Open => 2,
        PulseState::Closed => 3,
    }
}

fn read(row: Model) -> Result<Pulse, Error> {
    Ok(Pulse {
        id: row.id,
        title: from_json(&row.title)?,
        application: row.application,
        questions: from_json(&row.questions)?,
        audience: from_json(&row.audience)?,
        schedule: from_json(&row.schedule)?,
        state: match row.state {
            1 => PulseState::Draft,
            2 => PulseState::Open,
            _ => PulseState::Closed,
        },
        rounds_begun: uint(row.rounds_begun),
        create_time: from_micros(row.create_time),
        revision: row.revision,
    })
}
