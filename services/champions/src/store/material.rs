//! Materials.

use kit::{
    db::{
        row::{json, put},
        time::{from_micros, to_micros},
    },
    error::Error,
};
use proto::adoption::v1::Barrier;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    entity::material::{Column, Entity, Model},
    text,
};
use crate::domain::material::Material;

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Material>, Error> {
    Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    material: &Material,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: material.id.clone(),
        title: json(&material.title)?,
        message: json(&material.message)?,
        article: material.article.clone(),
        course: material.course.clone(),
        application: material.application.clone(),
        barriers: material.barriers.iter().map(|b| word(*b)).collect(),
        supplied: material.supplied,
        revision: material.revision,
        update_time: to_micros(material.update_time),
    };
    put::<Entity, C>(db, row).await
}

pub(crate) async fn delete<C: ConnectionTrait>(db: &C, organization: &str, id: &str) -> Result<(), Error> {
    Entity::delete_by_id((organization.to_owned(), id.to_owned())).exec(db).await?;
    Ok(())
}

/// Materials, newest first, those before `before`; only those that help with a barrier, or with any, when it is given.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    barrier: Option<Barrier>,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Material>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    if let Some(barrier) = barrier {
        let fits =
            Condition::any().add(Column::Barriers.eq("")).add(Column::Barriers.contains(word(barrier)));
        query = query.filter(fits);
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// A barrier among others in one column.
fn word(barrier: Barrier) -> String {
    format!("|{}|", barrier.as_str_name().trim_start_matches("BARRIER_"))
}

fn read(model: Model) -> Result<Material, Error> {
    let barriers = model.barriers.split('|').filter(|b| !b.is_empty());
    Ok(Material {
        title: text(&model.title)?,
        message: text(&model.message)?,
        barriers: barriers.filter_map(|b| Barrier::from_str_name(&format!("BARRIER_{b}"))).collect(),
        id: model.id,
        article: model.article,
        course: model.course,
        application: model.application,
        supplied: model.supplied,
        revision: model.revision,
        update_time: from_micros(model.update_time),
    })
}
