//! Who is excused from what.

use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    CHUNK,
    entity::excuse::{Column, Entity, Model},
    put,
};
use crate::domain::excuse::Excuse;

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    excuse: &Excuse,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        assignment: excuse.assignment.clone(),
        person: excuse.person.clone(),
        reason: excuse.reason.clone(),
        excuser: excuse.excuser.clone(),
        excuse_time: to_micros(excuse.time),
    };
    put::<Entity, C>(db, row).await
}

/// Takes an excuse back; answers whether there was one.
pub(crate) async fn delete<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    assignment: &str,
    person: &str,
) -> Result<bool, Error> {
    let key = (organization.to_owned(), assignment.to_owned(), person.to_owned());
    Ok(Entity::delete_by_id(key).exec(db).await?.rows_affected > 0)
}

/// The excuses from these assignments, in no order.
pub(crate) async fn of_assignments<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    assignments: &[String],
) -> Result<Vec<Excuse>, Error> {
    let mut all = Vec::new();
    for chunk in assignments.chunks(CHUNK) {
        let query = Entity::find()
            .filter(Column::Organization.eq(organization))
            .filter(Column::Assignment.is_in(chunk));
        all.extend(query.all(db).await?.into_iter().map(read));
    }
    Ok(all)
}

/// All excuses of a person, oldest first.
pub(crate) async fn of_person<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
) -> Result<Vec<Excuse>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .order_by_asc(Column::ExcuseTime)
        .order_by_asc(Column::Assignment);
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

/// A place in the order of an assignment's excuses, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// When, in microseconds.
    pub(crate) time: i64,
    /// Who.
    pub(crate) person: String,
}

/// The excuses from an assignment, newest first, after a place.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    assignment: &str,
    after: Option<&Place>,
    limit: u64,
) -> Result<Vec<Excuse>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Assignment.eq(assignment))
        .order_by_desc(Column::ExcuseTime)
        .order_by_asc(Column::Person)
        .limit(limit);
    if let Some(Place { time, person }) = after {
        let same = Condition::all().add(Column::ExcuseTime.eq(*time)).add(Column::Person.gt(person));
        query = query.filter(Condition::any().add(Column::ExcuseTime.lt(*time)).add(same));
    }
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

fn read(model: Model) -> Excuse {
    Excuse {
        assignment: model.assignment,
        person: model.person,
        reason: model.reason,
        excuser: model.excuser,
        time: from_micros(model.excuse_time),
    }
}
