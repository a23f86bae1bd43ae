//! Requests for help.

use jiff::Timestamp;
use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    entity::help_request::{Column, Entity, Model},
    from_json, json, micros, put,
};
use crate::domain::help::{HelpAnswer, HelpRequest};

/// Which requests a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// Whether they are answered; either when `None`.
    pub(crate) answered: Option<bool>,
    /// About which course.
    pub(crate) course: Option<String>,
}

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<HelpRequest>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    row.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    help: &HelpRequest,
) -> Result<(), Error> {
    let answer = help.answer.as_ref();
    let row = Model {
        organization: organization.to_owned(),
        id: help.id.clone(),
        person: help.person.clone(),
        enrollment: help.enrollment.clone(),
        course: help.course.clone(),
        module: help.module.clone(),
        question: help.question.clone(),
        create_time: to_micros(help.create_time),
        answer: answer.map(|a| a.text.clone()),
        answerer: answer.map(|a| a.answerer.clone()),
        answer_time: micros(answer.map(|a| a.time)),
        articles: json(&answer.map(|a| a.articles.as_slice()).unwrap_or_default())?,
    };
    put::<Entity, C>(db, row).await
}

/// How many of a person's requests wait.
pub(crate) async fn count_open<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
) -> Result<u64, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .filter(Column::Answer.is_null());
    Ok(query.count(db).await?)
}

/// Everybody's requests, oldest first.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<HelpRequest>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_asc(Column::Id).limit(limit);
    query = match filter.answered {
        Some(true) => query.filter(Column::Answer.is_not_null()),
        Some(false) => query.filter(Column::Answer.is_null()),
        None => query,
    };
    if let Some(course) = &filter.course {
        query = query.filter(Column::Course.eq(course));
    }
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(after));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// A person's requests, newest first, those before `before`.
pub(crate) async fn of_person<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    before: Option<&str>,
    limit: Option<u64>,
) -> Result<Vec<HelpRequest>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .order_by_desc(Column::Id)
        .limit(limit);
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// Who asked about these courses between two instants, once for each request.
pub(crate) async fn people_who_asked<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    courses: &[String],
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<String>, Error> {
    let query = Entity::find()
        .select_only()
        .column(Column::Person)
        .filter(Column::Organization.eq(organization))
        .filter(Column::Course.is_in(courses))
        .filter(Column::CreateTime.gte(to_micros(from)))
        .filter(Column::CreateTime.lt(to_micros(to)));
    Ok(query.into_tuple().all(db).await?)
}

fn read(model: Model) -> Result<HelpRequest, Error> {
    let articles = from_json(&model.articles)?;
    let answer = model.answer.map(|text| HelpAnswer {
        text,
        articles,
        answerer: model.answerer.unwrap_or_default(),
        time: from_micros(model.answer_time.unwrap_or_default()),
    });
    Ok(HelpRequest {
        id: model.id,
        person: model.person,
        enrollment: model.enrollment,
        course: model.course,
        module: model.module,
        question: model.question,
        create_time: from_micros(model.create_time),
        answer,
    })
}
