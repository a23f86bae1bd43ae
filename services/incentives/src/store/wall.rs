//! Who left the wall.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kit::{db::time::to_micros, error::Error};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{
    entity::off_wall::{Column, Entity, Model},
    put,
};

/// Whether a person left.
pub(crate) async fn is_off<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
) -> Result<bool, Error> {
    Ok(Entity::find_by_id((organization.to_owned(), person.to_owned())).one(db).await?.is_some())
}

/// Of these people, those who left.
pub(crate) async fn off<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    people: &[String],
) -> Result<BTreeSet<String>, Error> {
    let mut off = BTreeSet::new();
    for chunk in people.chunks(super::CHUNK) {
        let found: Vec<String> = Entity::find()
            .select_only()
            .column(Column::Person)
            .filter(Column::Organization.eq(organization))
            .filter(Column::Person.is_in(chunk.iter().cloned()))
            .into_tuple()
            .all(db)
            .await?;
        off.extend(found);
    }
    Ok(off)
}

pub(crate) async fn leave<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        person: person.to_owned(),
        leave_time: to_micros(now),
    };
    put::<Entity, C>(db, row).await
}

pub(crate) async fn come_back<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
) -> Result<(), Error> {
    Entity::delete_by_id((organization.to_owned(), person.to_owned())).exec(db).await?;
    Ok(())
}
