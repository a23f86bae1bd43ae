//! Requests for help that went to champions.

use kit::{
    db::{
        row::{json, put},
        time::{from_micros, to_micros},
    },
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    covered_teams,
    entity::forwarded_help::{Column, Entity, Model},
    micros, text, time,
};
use crate::domain::help::ForwardedHelp;

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<ForwardedHelp>, Error> {
    Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    help: &ForwardedHelp,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: help.id.clone(),
        team: help.team.clone(),
        person: help.person.clone(),
        course_title: json(&help.course_title)?,
        question: help.question.clone(),
        answer: help.answer.clone(),
        answerer: help.answerer.clone(),
        create_time: to_micros(help.create_time),
        answer_time: micros(help.answer_time),
    };
    put::<Entity, C>(db, row).await
}

/// Requests from the teams that a person covers, oldest first, those after `after`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    covered_by: &str,
    answered_too: bool,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<ForwardedHelp>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Team.in_subquery(covered_teams(organization, covered_by)))
        .order_by_asc(Column::Id)
        .limit(limit);
    if !answered_too {
        query = query.filter(Column::AnswerTime.is_null());
    }
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(after));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// Whether a champion answered one of a person's requests.
pub(crate) async fn has_answered<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    champion: &str,
    person: &str,
) -> Result<bool, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .filter(Column::Answerer.eq(champion));
    Ok(query.one(db).await?.is_some())
}

pub(super) fn read(model: Model) -> Result<ForwardedHelp, Error> {
    Ok(ForwardedHelp {
        course_title: text(&model.course_title)?,
        id: model.id,
        team: model.team,
        person: model.person,
        question: model.question,
        answer: model.answer,
        answerer: model.answerer,
        create_time: from_micros(model.create_time),
        answer_time: time(model.answer_time),
    })
}
