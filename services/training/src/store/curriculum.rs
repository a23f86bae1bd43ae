//! Curricula.

use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    entity::curriculum::{Column, Entity, Model},
    from_json, json, put, text,
};
use crate::domain::{curriculum::Curriculum, level::Level};

/// Which curricula a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// Of which position.
    pub(crate) position: Option<String>,
    /// Of which level.
    pub(crate) level: Option<Level>,
    /// Whether also those out of use.
    pub(crate) archived: bool,
}

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Curriculum>, Error> {
    Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    curriculum: &Curriculum,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: curriculum.id.clone(),
        title: json(&curriculum.title)?,
        position: curriculum.position.clone(),
        level: curriculum.level.number(),
        steps: json(&curriculum.steps)?,
        in_order: curriculum.in_order,
        archived: curriculum.archived,
        revision: curriculum.revision,
        create_time: to_micros(curriculum.create_time),
        update_time: to_micros(curriculum.update_time),
    };
    put::<Entity, C>(db, row).await
}

/// Curricula, oldest first. Without a limit: all.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
    after: Option<&str>,
    limit: Option<u64>,
) -> Result<Vec<Curriculum>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_asc(Column::Id).limit(limit);
    if let Some(position) = &filter.position {
        query = query.filter(Column::Position.eq(position));
    }
    if let Some(level) = filter.level {
        query = query.filter(Column::Level.eq(level.number()));
    }
    if !filter.archived {
        query = query.filter(Column::Archived.eq(false));
    }
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(after));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

fn read(model: Model) -> Result<Curriculum, Error> {
    Ok(Curriculum {
        id: model.id,
        title: text(&model.title)?,
        position: model.position,
        level: Level::of_number(model.level).unwrap_or(Level::Novice),
        steps: from_json(&model.steps)?,
        in_order: model.in_order,
        archived: model.archived,
        revision: model.revision,
        create_time: from_micros(model.create_time),
        update_time: from_micros(model.update_time),
    })
}
