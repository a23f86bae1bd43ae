//! Programmes.

use std::collections::HashMap;

use kit::{
    db::{
        row::{json, put},
        time::{from_micros, to_micros},
    },
    error::Error,
    localize::Text,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    entity::programme::{Column, Entity, Model},
    text,
};
use crate::domain::programme::Programme;

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Programme>, Error> {
    Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    programme: &Programme,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: programme.id.clone(),
        title: json(&programme.title)?,
        description: json(&programme.description)?,
        application: programme.application.clone(),
        curriculum: programme.curriculum.clone(),
        term_days: programme.term_days,
        archived: programme.archived,
        revision: programme.revision,
        create_time: to_micros(programme.create_time),
    };
    put::<Entity, C>(db, row).await
}

/// Programmes, newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    archived_too: bool,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Programme>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    if !archived_too {
        query = query.filter(Column::Archived.eq(false));
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// Whether another active programme is about the application.
pub(crate) async fn other_about<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    id: &str,
) -> Result<Option<String>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Application.eq(application))
        .filter(Column::Archived.eq(false))
        .filter(Column::Id.ne(id));
    Ok(query.one(db).await?.map(|m| m.id))
}

/// What programmes are called.
pub(crate) async fn titles<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: Vec<String>,
) -> Result<HashMap<String, Text>, Error> {
    let query = Entity::find().filter(Column::Organization.eq(organization)).filter(Column::Id.is_in(ids));
    query.all(db).await?.into_iter().map(|m| Ok((m.id, text(&m.title)?))).collect()
}

fn read(model: Model) -> Result<Programme, Error> {
    Ok(Programme {
        title: text(&model.title)?,
        description: text(&model.description)?,
        id: model.id,
        application: model.application,
        curriculum: model.curriculum,
        term_days: model.term_days,
        archived: model.archived,
        revision: model.revision,
        create_time: from_micros(model.create_time),
    })
}
