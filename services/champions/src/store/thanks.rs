//! Thanks to champions.

use jiff::Timestamp;
use kit::{
    db::{
        row::put,
        time::{from_micros, to_micros},
    },
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::champion_thanks::{Column, Entity, Model};
use crate::domain::space::Thanks;

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    thanks: &Thanks,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: thanks.id.clone(),
        champion: thanks.champion.clone(),
        champion_person: thanks.champion_person.clone(),
        person: thanks.person.clone(),
        text: thanks.text.clone(),
        create_time: to_micros(thanks.create_time),
    };
    put::<Entity, C>(db, row).await
}

/// Whether a person thanked a champion since an instant.
pub(crate) async fn since<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    champion_person: &str,
    from: Timestamp,
) -> Result<bool, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .filter(Column::ChampionPerson.eq(champion_person))
        .filter(Column::CreateTime.gt(to_micros(from)));
    Ok(query.one(db).await?.is_some())
}

/// The thanks that a champion got, newest first, those before `before`.
pub(crate) async fn to<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    champion_person: &str,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Thanks>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::ChampionPerson.eq(champion_person))
        .order_by_desc(Column::Id)
        .limit(limit);
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    let read = |m: Model| Thanks {
        id: m.id,
        champion: m.champion,
        champion_person: m.champion_person,
        person: m.person,
        text: m.text,
        create_time: from_micros(m.create_time),
    };
    Ok(query.all(db).await?.into_iter().map(read).collect())
}
