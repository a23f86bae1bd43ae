//! Thanks.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Query,
};

use super::{
    CHUNK,
    entity::{
        off_wall,
        recognition::{Column, Entity, Model},
        recognition_person as thanked,
    },
    put, seq,
};
use crate::domain::recognition::{Recognition, State};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Recognition>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    Ok(with_people(db, organization, row.into_iter().collect()).await?.pop())
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    recognition: &Recognition,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: recognition.id.clone(),
        giver: recognition.giver.clone(),
        team: recognition.team.clone(),
        value: recognition.value.clone(),
        message_key: recognition.key(),
        message: recognition.message.clone(),
        state: recognition.state.code().to_owned(),
        hide_reason: recognition.hide_reason.clone(),
        create_time: to_micros(recognition.create_time),
    };
    put::<Entity, C>(db, row).await?;
    for (i, person) in recognition.people.iter().enumerate() {
        let row = thanked::Model {
            organization: organization.to_owned(),
            recognition: recognition.id.clone(),
            person: person.clone(),
            seq: seq(i),
        };
        put::<thanked::Entity, C>(db, row).await?;
    }
    Ok(())
}

/// How many thanks a person gave since an instant, taken back or not.
pub(crate) async fn given_since<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    giver: &str,
    since: Timestamp,
) -> Result<u64, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Giver.eq(giver))
        .filter(Column::CreateTime.gte(to_micros(since)));
    Ok(query.count(db).await?)
}

/// The thanks of a giver in the same words.
pub(crate) async fn in_the_same_words<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    giver: &str,
    key: &str,
) -> Result<Vec<Recognition>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Giver.eq(giver))
        .filter(Column::MessageKey.eq(key));
    let rows = query.all(db).await?;
    with_people(db, organization, rows).await
}

/// Which thanks a list shows.
#[derive(Debug, Clone)]
pub(crate) struct Filter<'a> {
    /// Who asks.
    pub(crate) reader: &'a str,
    /// Only those that the reader gave or got.
    pub(crate) mine: bool,
    /// Hidden ones too.
    pub(crate) hidden: bool,
}

/// Newest first, those before `before`. Whoever left the wall is not on it for others; where several are thanked, those who
/// are left are.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter<'_>,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Recognition>, Error> {
    let of_reader = Query::select()
        .column(thanked::Column::Recognition)
        .from(thanked::Entity)
        .and_where(thanked::Column::Organization.eq(organization))
        .and_where(thanked::Column::Person.eq(filter.reader))
        .to_owned();
    let off = Query::select()
        .column(off_wall::Column::Person)
        .from(off_wall::Entity)
        .and_where(off_wall::Column::Organization.eq(organization))
        .to_owned();
    let seen = Query::select()
        .column(thanked::Column::Recognition)
        .from(thanked::Entity)
        .and_where(thanked::Column::Organization.eq(organization))
        .and_where(thanked::Column::Person.not_in_subquery(off.clone()))
        .to_owned();
    let own = Condition::any().add(Column::Giver.eq(filter.reader)).add(Column::Id.in_subquery(of_reader));
    let wall = Condition::all()
        .add(Column::Giver.not_in_subquery(off))
        .add(Condition::any().add(Column::Team.is_not_null()).add(Column::Id.in_subquery(seen)));
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    let shown = Condition::any().add(Column::State.eq(State::Shown.code()));
    // Whoever gave it sees why it was hidden.
    let hidden = Condition::all()
        .add(Column::State.eq(State::Hidden.code()))
        .add_option((!filter.hidden).then(|| Column::Giver.eq(filter.reader)));
    query = query.filter(shown.add(hidden));
    query = query.filter(if filter.mine { own } else { Condition::any().add(own).add(wall) });
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    let rows = query.all(db).await?;
    with_people(db, organization, rows).await
}

/// The thanks on the wall that these people gave between two instants, oldest first.
pub(crate) async fn given_by<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    givers: &BTreeSet<String>,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<Recognition>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::State.eq(State::Shown.code()))
        .filter(Column::CreateTime.gte(to_micros(from)))
        .filter(Column::CreateTime.lt(to_micros(to)))
        .order_by_asc(Column::Id);
    let rows = query.all(db).await?.into_iter().filter(|r| givers.contains(&r.giver)).collect();
    with_people(db, organization, rows).await
}

async fn with_people<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    rows: Vec<Model>,
) -> Result<Vec<Recognition>, Error> {
    let ids: Vec<String> = rows.iter().map(|r| r.id.clone()).collect();
    let mut people: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for chunk in ids.chunks(CHUNK) {
        let query = thanked::Entity::find()
            .filter(thanked::Column::Organization.eq(organization))
            .filter(thanked::Column::Recognition.is_in(chunk.iter().cloned()))
            .order_by_asc(thanked::Column::Seq);
        for row in query.all(db).await? {
            people.entry(row.recognition).or_default().push(row.person);
        }
    }
    let read = |row: Model| Recognition {
        people: people.remove(&row.id).unwrap_or_default(),
        id: row.id,
        giver: row.giver,
        team: row.team,
        value: row.value,
        message: row.message,
        state: State::of(&row.state),
        hide_reason: row.hide_reason,
        create_time: from_micros(row.create_time),
    };
    Ok(rows.into_iter().map(read).collect())
}
