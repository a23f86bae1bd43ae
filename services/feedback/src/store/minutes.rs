//! Minutes and their corrections.

use jiff::Timestamp;
use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
    localize::Language,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    entity::{
        minutes::{Entity, Model},
        minutes_correction as correction,
    },
    put, word,
};
use crate::domain::minutes::{Correction, MAX_CORRECTIONS, Minutes, State};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    meeting: &str,
) -> Result<Option<Minutes>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), meeting.to_owned())).one(db).await?;
    row.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    minutes: &Minutes,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        meeting: minutes.meeting.clone(),
        language: minutes.language.code().to_owned(),
        text: minutes.text.clone(),
        state: minutes.state.word().to_owned(),
        approver: minutes.approver.clone(),
        create_time: to_micros(minutes.create_time),
        approve_time: minutes.approve_time.map(to_micros),
        revision: minutes.revision,
    };
    put::<Entity, C>(db, row).await
}

/// Writes down who corrected them.
pub(crate) async fn note<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    meeting: &str,
    person: &str,
    note: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let of = correction::Entity::find()
        .filter(correction::Column::Organization.eq(organization))
        .filter(correction::Column::Meeting.eq(meeting));
    let number = i32::try_from(of.count(db).await?).unwrap_or(i32::MAX);
    let row = correction::Model {
        organization: organization.to_owned(),
        meeting: meeting.to_owned(),
        number,
        person: person.to_owned(),
        note: note.to_owned(),
        create_time: to_micros(now),
    };
    put::<correction::Entity, C>(db, row).await
}

/// The last corrections, oldest first.
pub(crate) async fn corrections<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    meeting: &str,
) -> Result<Vec<Correction>, Error> {
    let mut rows = correction::Entity::find()
        .filter(correction::Column::Organization.eq(organization))
        .filter(correction::Column::Meeting.eq(meeting))
        .order_by_desc(correction::Column::Number)
        .limit(MAX_CORRECTIONS)
        .all(db)
        .await?;
    rows.reverse();
    let read = |row: correction::Model| Correction {
        person: row.person,
        time: from_micros(row.create_time),
        note: row.note,
    };
    Ok(rows.into_iter().map(read).collect())
}

fn read(row: Model) -> Result<Minutes, Error> {
    Ok(Minutes {
        meeting: row.meeting,
        language: word(row.language.parse::<Language>().ok())?,
        text: row.text,
        state: word(State::of_word(&row.state))?,
        approver: row.approver,
        create_time: from_micros(row.create_time),
        approve_time: row.approve_time.map(from_micros),
        revision: row.revision,
    })
}
