//! Enrolments.

use std::collections::HashMap;

use jiff::civil::Date;
use kit::{
    db::time::{from_days, from_micros, to_days, to_micros},
    error::Error,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

use super::{
    CHUNK,
    entity::enrollment::{Column, Entity, Model},
    int, micros, put, time, uint,
};
use crate::domain::{
    enrollment::{Enrollment, EnrollmentState},
    reminder::Reminded,
};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Enrollment>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    Ok(row.map(read))
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    enrollment: &Enrollment,
) -> Result<(), Error> {
    put::<Entity, C>(db, row(organization, enrollment)).await
}

/// Every enrolment of a person, oldest first.
pub(crate) async fn of_person<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
) -> Result<Vec<Enrollment>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .order_by_asc(Column::Id);
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

/// The enrolments with these ids, by id.
pub(crate) async fn all_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: &[String],
) -> Result<HashMap<String, Enrollment>, Error> {
    let mut all = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(CHUNK) {
        let query =
            Entity::find().filter(Column::Organization.eq(organization)).filter(Column::Id.is_in(chunk));
        all.extend(query.all(db).await?.into_iter().map(|m| (m.id.clone(), read(m))));
    }
    Ok(all)
}

/// Every enrolment that is not complete.
pub(crate) async fn open<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Vec<Enrollment>, Error> {
    let query = Entity::find().filter(Column::Organization.eq(organization)).filter(is_open());
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

/// Whether anybody has something left to complete.
pub(crate) async fn any_open<C: ConnectionTrait>(db: &C, organization: &str) -> Result<bool, Error> {
    let query = Entity::find().filter(Column::Organization.eq(organization)).filter(is_open());
    Ok(query.one(db).await?.is_some())
}

/// Enrolments of these people in these courses, whatever their state.
pub(crate) async fn in_courses<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    courses: &[String],
    people: &[String],
) -> Result<Vec<Enrollment>, Error> {
    let mut all = Vec::new();
    for chunk in people.chunks(CHUNK) {
        let query = Entity::find()
            .filter(Column::Organization.eq(organization))
            .filter(Column::Person.is_in(chunk))
            .filter(Column::Course.is_in(courses));
        all.extend(query.all(db).await?.into_iter().map(read));
    }
    Ok(all)
}

/// Whoever has not begun a course learns its new version.
pub(crate) async fn follow_version<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    course: &str,
    version: u32,
) -> Result<(), Error> {
    Entity::update_many()
        .col_expr(Column::Version, Expr::value(int(version)))
        .filter(Column::Organization.eq(organization))
        .filter(Column::Course.eq(course))
        .filter(Column::State.eq(state_number(EnrollmentState::Assigned)))
        .exec(db)
        .await?;
    Ok(())
}

/// A place in the order by due day, then id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DuePlace {
    pub(crate) due_day: Date,
    pub(crate) id: String,
}

/// What is not complete, soonest due first, after a place; only of these people and only what is due until a day, if they
/// are given.
pub(crate) async fn due<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    people: Option<&[String]>,
    until: Option<Date>,
    after: Option<&DuePlace>,
    limit: u64,
) -> Result<Vec<Enrollment>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(is_open())
        .order_by_asc(Column::DueDay)
        .order_by_asc(Column::Id)
        .limit(limit);
    if let Some(people) = people {
        query = query.filter(Column::Person.is_in(people));
    }
    if let Some(until) = until {
        query = query.filter(Column::DueDay.lte(to_days(until)));
    }
    if let Some(DuePlace { due_day, id }) = after {
        let day = to_days(*due_day);
        let same_day = Condition::all().add(Column::DueDay.eq(day)).add(Column::Id.gt(id));
        query = query.filter(Condition::any().add(Column::DueDay.gt(day)).add(same_day));
    }
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

/// Whose enrolments may need a reminder by a day, in any organization: organization and id, after a place.
pub(crate) async fn to_remind<C: ConnectionTrait>(
    db: &C,
    by: Date,
    after: Option<&(String, String)>,
    limit: u64,
) -> Result<Vec<(String, Enrollment)>, Error> {
    let mut query = Entity::find()
        .filter(Column::ActionDay.lte(to_days(by)))
        .filter(is_open())
        .order_by_asc(Column::Organization)
        .order_by_asc(Column::Id)
        .limit(limit);
    if let Some((organization, id)) = after {
        let same = Condition::all().add(Column::Organization.eq(organization)).add(Column::Id.gt(id));
        query = query.filter(Condition::any().add(Column::Organization.gt(organization)).add(same));
    }
    Ok(query.all(db).await?.into_iter().map(|m| (m.organization.clone(), read(m))).collect())
}

fn is_open() -> sea_orm::sea_query::SimpleExpr {
    Column::State.is_in([state_number(EnrollmentState::Assigned), state_number(EnrollmentState::Started)])
}

fn read(model: Model) -> Enrollment {
    Enrollment {
        id: model.id,
        person: model.person,
        course: model.course,
        version: uint(model.version),
        assignment: model.assignment,
        curriculum: model.curriculum,
        step: uint(model.step),
        recertification: model.recertification,
        state: state_of(model.state),
        given_day: from_days(model.given_day),
        due_day: from_days(model.due_day),
        current_module: model.current_module,
        reminded: Reminded { through: model.reminded_through, escalated: model.escalated },
        action_day: model.action_day.map(from_days),
        enroll_time: from_micros(model.enroll_time),
        start_time: time(model.start_time),
        complete_time: time(model.complete_time),
        remind_time: time(model.remind_time),
        escalate_time: time(model.escalate_time),
    }
}

fn row(organization: &str, e: &Enrollment) -> Model {
    Model {
        organization: organization.to_owned(),
        id: e.id.clone(),
        person: e.person.clone(),
        course: e.course.clone(),
        version: int(e.version),
        assignment: e.assignment.clone(),
        curriculum: e.curriculum.clone(),
        step: int(e.step),
        recertification: e.recertification,
        state: state_number(e.state),
        given_day: to_days(e.given_day),
        due_day: to_days(e.due_day),
        current_module: e.current_module.clone(),
        reminded_through: e.reminded.through,
        escalated: e.reminded.escalated,
        action_day: e.action_day.map(to_days),
        enroll_time: to_micros(e.enroll_time),
        start_time: micros(e.start_time),
        complete_time: micros(e.complete_time),
        remind_time: micros(e.remind_time),
        escalate_time: micros(e.escalate_time),
    }
}

fn state_number(state: EnrollmentState) -> i32 {
    match state {
        EnrollmentState::Assigned => 1,
        EnrollmentState::Started => 2,
        EnrollmentState::Completed => 3,
        EnrollmentState::Withdrawn => 4,
    }
}

fn state_of(number: i32) -> EnrollmentState {
    match number {
        1 => EnrollmentState::Assigned,
        2 => EnrollmentState::Started,
        3 => EnrollmentState::Completed,
        _ => EnrollmentState::Withdrawn,
    }
}
