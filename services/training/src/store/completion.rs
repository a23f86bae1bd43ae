//! Who has completed what, and until when it counts.

use std::collections::{BTreeSet, HashMap};

use jiff::{Timestamp, civil::Date};
use kit::{
    db::time::{from_days, to_days, to_micros},
    error::Error,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    CHUNK,
    entity::completion::{Column, Entity, Model},
    put,
};

/// The last time that a person completed a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Completion {
    pub(crate) person: String,
    pub(crate) course: String,
    pub(crate) enrollment: String,
    /// The last day on which it counts; `None`: it does not lapse.
    pub(crate) last_day: Option<Date>,
    /// The first day on which the person is enrolled again; `None`: never.
    pub(crate) renew_day: Option<Date>,
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    completion: &Completion,
    complete_time: Timestamp,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        person: completion.person.clone(),
        course: completion.course.clone(),
        enrollment: completion.enrollment.clone(),
        complete_time: to_micros(complete_time),
        last_day: completion.last_day.map(to_days),
        renew_day: completion.renew_day.map(to_days),
    };
    put::<Entity, C>(db, row).await
}

/// The courses that each person has completed and that count on a day.
pub(crate) async fn by_person<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    day: Date,
) -> Result<HashMap<String, BTreeSet<String>>, Error> {
    let rows: Vec<(String, String)> = Entity::find()
        .select_only()
        .columns([Column::Person, Column::Course])
        .filter(Column::Organization.eq(organization))
        .filter(counts_on(day))
        .into_tuple()
        .all(db)
        .await?;
    let mut all: HashMap<String, BTreeSet<String>> = HashMap::new();
    for (person, course) in rows {
        all.entry(person).or_default().insert(course);
    }
    Ok(all)
}

/// The courses that one person has completed and that count on a day.
pub(crate) async fn of_person<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    day: Date,
) -> Result<BTreeSet<String>, Error> {
    let courses: Vec<String> = Entity::find()
        .select_only()
        .column(Column::Course)
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .filter(counts_on(day))
        .into_tuple()
        .all(db)
        .await?;
    Ok(courses.into_iter().collect())
}

/// Who of these people has completed one of these courses so that it counts on a day.
pub(crate) async fn people_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    courses: &[String],
    people: &[String],
    day: Date,
) -> Result<BTreeSet<String>, Error> {
    let mut all = BTreeSet::new();
    for chunk in people.chunks(CHUNK) {
        let query = Entity::find()
            .select_only()
            .column(Column::Person)
            .filter(Column::Organization.eq(organization))
            .filter(Column::Person.is_in(chunk))
            .filter(Column::Course.is_in(courses))
            .filter(counts_on(day));
        all.extend(query.into_tuple::<String>().all(db).await?);
    }
    Ok(all)
}

/// What has to be renewed by a day, in any organization.
pub(crate) async fn to_renew<C: ConnectionTrait>(
    db: &C,
    by: Date,
    limit: u64,
) -> Result<Vec<(String, Completion)>, Error> {
    let query = Entity::find()
        .filter(Column::RenewDay.lte(to_days(by)))
        .order_by_asc(Column::Organization)
        .order_by_asc(Column::Person)
        .order_by_asc(Column::Course)
        .limit(limit);
    Ok(query.all(db).await?.into_iter().map(|m| (m.organization.clone(), read(m))).collect())
}

/// It is being renewed, or never will be.
pub(crate) async fn renewed<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    completion: &Completion,
) -> Result<(), Error> {
    Entity::update_many()
        .col_expr(Column::RenewDay, sea_orm::sea_query::Expr::value(Option::<i32>::None))
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(&completion.person))
        .filter(Column::Course.eq(&completion.course))
        .exec(db)
        .await?;
    Ok(())
}

fn counts_on(day: Date) -> Condition {
    Condition::any().add(Column::LastDay.is_null()).add(Column::LastDay.gte(to_days(day)))
}

fn read(model: Model) -> Completion {
    Completion {
        person: model.person,
        course: model.course,
        enrollment: model.enrollment,
        last_day: model.last_day.map(from_days),
        renew_day: model.renew_day.map(from_days),
    }
}
