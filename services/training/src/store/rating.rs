//! What learners thought of modules.

use std::collections::BTreeMap;

use kit::error::Error;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    entity::rating::{Column, Entity, Model},
    put,
};

/// What one learner thought of one module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rating {
    pub(crate) module: String,
    pub(crate) stars: i32,
    pub(crate) comment: String,
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    course: &str,
    person: &str,
    rating: Rating,
    now_micros: i64,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        course: course.to_owned(),
        module: rating.module,
        person: person.to_owned(),
        stars: rating.stars,
        comment: rating.comment,
        rate_time: now_micros,
    };
    put::<Entity, C>(db, row).await
}

/// Takes a rating back.
pub(crate) async fn remove<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    course: &str,
    module: &str,
    person: &str,
) -> Result<(), Error> {
    let key = (organization.to_owned(), course.to_owned(), module.to_owned(), person.to_owned());
    Entity::delete_by_id(key).exec(db).await?;
    Ok(())
}

/// One person's ratings of a course, by module.
pub(crate) async fn of_person<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    course: &str,
    person: &str,
) -> Result<BTreeMap<String, Rating>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Course.eq(course))
        .filter(Column::Person.eq(person));
    Ok(query.all(db).await?.into_iter().map(read).map(|r| (r.module.clone(), r)).collect())
}

/// Everybody's ratings of a course. Comments come in the order of their words, which says nothing about who wrote them.
pub(crate) async fn of_course<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    course: &str,
) -> Result<Vec<Rating>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Course.eq(course))
        .order_by_asc(Column::Comment);
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

fn read(model: Model) -> Rating {
    Rating { module: model.module, stars: model.stars, comment: model.comment }
}
