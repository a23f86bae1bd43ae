//! The values of an organization.

use std::collections::HashMap;

use kit::{error::Error, localize::Text};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    entity::value::{Column, Entity, Model},
    json, put, text,
};
use crate::domain::recognition::Value;

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Value>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    row.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(db: &C, organization: &str, value: &Value) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: value.id.clone(),
        title: json(&value.title)?,
        description: json(&value.description)?,
        archived: value.archived,
        revision: value.revision,
    };
    put::<Entity, C>(db, row).await
}

/// Oldest first.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    archived: bool,
) -> Result<Vec<Value>, Error> {
    let mut query = Entity::find().filter(Column::Organization.eq(organization)).order_by_asc(Column::Id);
    if !archived {
        query = query.filter(Column::Archived.eq(false));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// What all values are called, by id.
pub(crate) async fn titles<C: ConnectionTrait>(
    db: &C,
    organization: &str,
) -> Result<HashMap<String, Text>, Error> {
    Ok(list(db, organization, true).await?.into_iter().map(|v| (v.id, v.title)).collect())
}

fn read(model: Model) -> Result<Value, Error> {
    Ok(Value {
        title: text(&model.title)?,
        description: text(&model.description)?,
        id: model.id,
        archived: model.archived,
        revision: model.revision,
    })
}
