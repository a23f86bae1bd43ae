//! What meetings speak about, and what was proposed to them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use kit::{
    db::{row::CHUNK, time::to_micros},
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    entity::{
        agenda_item::{Column, Entity, Model},
        agenda_suggestion as suggestion,
    },
    execute, from_json, int, json, put, uint, word,
};
use crate::domain::agenda::{Item, Source, Suggestion};

/// An item of a meeting.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    meeting: &str,
    id: &str,
) -> Result<Option<Item>, Error> {
    let key = (organization.to_owned(), meeting.to_owned(), id.to_owned());
    Entity::find_by_id(key).one(db).await?.map(read).transpose()
}

/// The agenda of a meeting, in its order.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    meeting: &str,
) -> Result<Vec<Item>, Error> {
    Ok(of_meetings(db, organization, &[meeting.to_owned()]).await?.remove(meeting).unwrap_or_default())
}

/// The agendas of these meetings.
pub(crate) async fn of_meetings<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    meetings: &[String],
) -> Result<BTreeMap<String, Vec<Item>>, Error> {
    let mut all = BTreeMap::<String, Vec<Item>>::new();
    for meetings in meetings.chunks(CHUNK) {
        let query = Entity::find()
            .filter(Column::Organization.eq(organization))
            .filter(Column::Meeting.is_in(meetings.iter().map(String::as_str)))
            .order_by_asc(Column::Place)
            .order_by_asc(Column::Id);
        for row in query.all(db).await? {
            let item = read(row)?;
            all.entry(item.meeting.clone()).or_default().push(item);
        }
    }
    Ok(all)
}

pub(crate) async fn save<C: ConnectionTrait>(db: &C, organization: &str, item: &Item) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        meeting: item.meeting.clone(),
        id: item.id.clone(),
        title: json(&item.title)?,
        description: json(&item.description)?,
        source: item.source.word().to_owned(),
        presenter: item.presenter.clone(),
        minutes: int(item.minutes),
        proposals: json(&item.proposals)?,
        flag: item.flag.clone(),
        task: item.task.clone(),
        adder: item.adder.clone(),
        notes: item.notes.clone(),
        place: int(item.place),
        suggestion: item.suggestion.clone(),
    };
    put::<Entity, C>(db, row).await
}

pub(crate) async fn delete<C: ConnectionTrait>(db: &C, organization: &str, item: &Item) -> Result<(), Error> {
    let key = (organization.to_owned(), item.meeting.clone(), item.id.clone());
    Entity::delete_by_id(key).exec(db).await?;
    Ok(())
}

/// The suggestions that are on an agenda of the committee whose meeting is not cancelled.
pub(crate) async fn taken<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    committee: &str,
) -> Result<BTreeSet<String>, Error> {
    let sql = "SELECT i.suggestion FROM agenda_item i \
               JOIN meeting m ON m.organization = i.organization AND m.id = i.meeting \
               WHERE i.organization = $1 AND m.committee = $2 AND m.state <> 'cancelled' AND i.suggestion IS NOT NULL";
    let rows =
        db.query_all_raw(super::statement(db, sql, vec![organization.into(), committee.into()])).await?;
    rows.into_iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}

/// What plays proposed to a committee, oldest first, and the keys of what was dismissed.
pub(crate) async fn suggested<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    committee: &str,
) -> Result<(Vec<Suggestion>, BTreeSet<String>), Error> {
    let query = suggestion::Entity::find()
        .filter(suggestion::Column::Organization.eq(organization))
        .filter(suggestion::Column::Committee.eq(committee))
        .order_by_asc(suggestion::Column::CreateTime)
        .order_by_asc(suggestion::Column::Suggestion);
    let (mut waiting, mut dismissed) = (Vec::new(), BTreeSet::new());
    for row in query.all(db).await? {
        if row.dismissed {
            dismissed.insert(row.suggestion);
        } else {
            let (title, description) = (from_json(&row.title)?, from_json(&row.description)?);
            let one = Suggestion::new(Source::Play, row.suggestion, &title, description);
            waiting.push(Suggestion { flag: row.flag, ..one });
        }
    }
    Ok((waiting, dismissed))
}

/// Keeps what a play proposes, unless it was proposed before.
pub(crate) async fn suggest<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    committee: &str,
    one: &Suggestion,
    now: Timestamp,
) -> Result<(), Error> {
    let sql = "INSERT INTO agenda_suggestion (organization, committee, suggestion, title, description, flag, dismissed, \
               create_time) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    let values = vec![
        organization.into(),
        committee.into(),
        one.key.clone().into(),
        json(&one.title)?.into(),
        json(&one.description)?.into(),
        one.flag.clone().into(),
        false.into(),
        to_micros(now).into(),
    ];
    execute(db, sql, values).await?;
    Ok(())
}

/// Never proposes this to the committee again.
pub(crate) async fn dismiss<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    committee: &str,
    key: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let row = suggestion::Model {
        organization: organization.to_owned(),
        committee: committee.to_owned(),
        suggestion: key.to_owned(),
        title: "{}".to_owned(),
        description: "{}".to_owned(),
        flag: None,
        dismissed: true,
        create_time: to_micros(now),
    };
    put::<suggestion::Entity, C>(db, row).await
}

fn read(row: Model) -> Result<Item, Error> {
    Ok(Item {
        id: row.id,
        meeting: row.meeting,
        title: from_json(&row.title)?,
        description: from_json(&row.description)?,
        source: word(Source::of_word(&row.source))?,
        presenter: row.presenter,
        minutes: uint(row.minutes),
        proposals: from_json(&row.proposals)?,
        flag: row.flag,
        task: row.task,
        adder: row.adder,
        notes: row.notes,
        place: uint(row.place),
        suggestion: row.suggestion,
    })
}
