//! The catalogue.

use std::collections::HashMap;

use kit::error::Error;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    CHUNK,
    entity::reward::{Column, Entity, Model},
    json, money, put, text,
};
use crate::domain::reward::{Kind, Reward};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Reward>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    row.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    reward: &Reward,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: reward.id.clone(),
        title: json(&reward.title)?,
        description: json(&reward.description)?,
        kind: reward.kind.code().to_owned(),
        currency: reward.price.currency.to_string(),
        price_minor: reward.price.minor,
        archived: reward.archived,
        revision: reward.revision,
    };
    put::<Entity, C>(db, row).await
}

/// Newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    archived: bool,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Reward>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    if !archived {
        query = query.filter(Column::Archived.eq(false));
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// These rewards, by id.
pub(crate) async fn of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: &[String],
) -> Result<HashMap<String, Reward>, Error> {
    let mut all = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(CHUNK) {
        let query = Entity::find()
            .filter(Column::Organization.eq(organization))
            .filter(Column::Id.is_in(chunk.iter().cloned()));
        for row in query.all(db).await? {
            all.insert(row.id.clone(), read(row)?);
        }
    }
    Ok(all)
}

fn read(model: Model) -> Result<Reward, Error> {
    Ok(Reward {
        title: text(&model.title)?,
        description: text(&model.description)?,
        kind: Kind::of(&model.kind).unwrap_or(Kind::Other),
        price: money(&model.currency, model.price_minor)?,
        id: model.id,
        archived: model.archived,
        revision: model.revision,
    })
}
