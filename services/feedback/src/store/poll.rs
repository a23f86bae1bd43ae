//! Polls and what people say to them.

use std::collections::BTreeMap;

use kit::{
    db::{
        row::CHUNK,
        time::{from_micros, to_micros},
    },
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    entity::{
        poll::{Column, Entity, Model},
        poll_stance as stance,
    },
    execute, from_json, int, json, put, uint, word,
};
use crate::domain::poll::{Method, Poll, Stance};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Poll>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    Ok(with_stances(db, organization, row.into_iter().collect()).await?.pop())
}

/// Writes a poll without its stances.
pub(crate) async fn save<C: ConnectionTrait>(db: &C, organization: &str, poll: &Poll) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: poll.id.clone(),
        meeting: poll.meeting.clone(),
        agenda_item: poll.agenda_item.clone(),
        question: json(&poll.question)?,
        method: poll.method.word().to_owned(),
        options: json(&poll.options)?,
        dots: int(poll.dots),
        needed: int(poll.needed),
        create_time: to_micros(poll.create_time),
        close_time: poll.close_time.map(to_micros),
    };
    put::<Entity, C>(db, row).await
}

/// Keeps what a person says; whether the person had not said anything before.
pub(crate) async fn take_stance<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    poll: &str,
    stance: &Stance,
) -> Result<bool, Error> {
    let sql = "INSERT INTO poll_stance (organization, poll, person, choice, reason, create_time) \
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
    let values = vec![
        organization.into(),
        poll.into(),
        stance.person.clone().into(),
        json(&stance.choice)?.into(),
        stance.reason.clone().into(),
        to_micros(stance.time).into(),
    ];
    Ok(execute(db, sql, values).await? == 1)
}

/// The polls of a meeting, oldest first.
pub(crate) async fn of_meeting<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    meeting: &str,
) -> Result<Vec<Poll>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Meeting.eq(meeting))
        .order_by_asc(Column::CreateTime)
        .order_by_asc(Column::Id);
    with_stances(db, organization, query.all(db).await?).await
}

async fn with_stances<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    rows: Vec<Model>,
) -> Result<Vec<Poll>, Error> {
    let ids: Vec<&str> = rows.iter().map(|r| r.id.as_str()).collect();
    let mut stances = BTreeMap::<String, Vec<Stance>>::new();
    for ids in ids.chunks(CHUNK) {
        let query = stance::Entity::find()
            .filter(stance::Column::Organization.eq(organization))
            .filter(stance::Column::Poll.is_in(ids.iter().copied()))
            .order_by_asc(stance::Column::CreateTime)
            .order_by_asc(stance::Column::Person);
        for row in query.all(db).await? {
            let one = Stance {
                person: row.person,
                choice: from_json(&row.choice)?,
                reason: row.reason,
                time: from_micros(row.create_time),
            };
            stances.entry(row.poll).or_default().push(one);
        }
    }
    rows.into_iter()
        .map(|row| {
            Ok(Poll {
                stances: stances.remove(&row.id).unwrap_or_default(),
                id: row.id,
                meeting: row.meeting,
                agenda_item: row.agenda_item,
                question: from_json(&row.question)?,
                method: word(Method::of_word(&row.method))?,
                options: from_json(&row.options)?,
                dots: uint(row.dots),
                create_time: from_micros(row.create_time),
                close_time: row.close_time.map(from_micros),
                needed: uint(row.needed),
            })
        })
        .collect()
}
