//! Committees and their members.

use std::collections::BTreeMap;

use kit::{
    db::{
        row::CHUNK,
        time::{from_days, from_micros, to_days, to_micros},
    },
    error::Error,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Alias, Expr, ExprTrait, Query},
};

use super::{
    entity::{
        committee::{Column, Entity, Model},
        committee_member as member,
    },
    from_json, int, json, put, uint, word,
};
use crate::domain::committee::{Committee, Kind, Member, Role, State};

/// Which committees a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    pub(crate) state: Option<State>,
    /// Only those in which this person is a member on this day.
    pub(crate) member: Option<(String, jiff::civil::Date)>,
}

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Committee>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    Ok(with_members(db, organization, row.into_iter().collect()).await?.pop())
}

/// Writes a committee with its members.
pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    committee: &Committee,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: committee.id.clone(),
        title: json(&committee.title)?,
        purpose: json(&committee.purpose)?,
        kind: committee.kind.word().to_owned(),
        application: committee.application.clone(),
        teams: json(&committee.teams)?,
        start_day: to_days(committee.start),
        end_day: committee.end.map(to_days),
        quorum_percent: int(committee.quorum_percent),
        state: committee.state.word().to_owned(),
        create_time: to_micros(committee.create_time),
        revision: committee.revision,
    };
    put::<Entity, C>(db, row).await?;
    let all = member::Entity::delete_many()
        .filter(member::Column::Organization.eq(organization))
        .filter(member::Column::Committee.eq(committee.id.as_str()));
    all.exec(db).await?;
    for seat in &committee.members {
        let row = member::Model {
            organization: organization.to_owned(),
            committee: committee.id.clone(),
            person: seat.person.clone(),
            role: seat.role.word().to_owned(),
            start_day: to_days(seat.start),
            end_day: seat.end.map(to_days),
        };
        put::<member::Entity, C>(db, row).await?;
    }
    Ok(())
}

/// Committees, newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Committee>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    if let Some(state) = filter.state {
        query = query.filter(Column::State.eq(state.word()));
    }
    if let Some((person, day)) = &filter.member {
        let day = to_days(*day);
        let inside = Query::select()
            .column(Alias::new("committee"))
            .from(Alias::new("committee_member"))
            .and_where(Expr::col(Alias::new("organization")).eq(organization))
            .and_where(Expr::col(Alias::new("person")).eq(person.as_str()))
            .and_where(Expr::col(Alias::new("start_day")).lte(day))
            .cond_where(
                Condition::any()
                    .add(Expr::col(Alias::new("end_day")).is_null())
                    .add(Expr::col(Alias::new("end_day")).gte(day)),
            )
            .to_owned();
        query = query.filter(Column::Id.in_subquery(inside));
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    with_members(db, organization, query.all(db).await?).await
}

/// The committees that meet.
pub(crate) async fn active<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Vec<Committee>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::State.eq(State::Active.word()))
        .order_by_asc(Column::Id);
    with_members(db, organization, query.all(db).await?).await
}

async fn with_members<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    rows: Vec<Model>,
) -> Result<Vec<Committee>, Error> {
    let ids: Vec<&str> = rows.iter().map(|r| r.id.as_str()).collect();
    let mut members = BTreeMap::<String, Vec<Member>>::new();
    for ids in ids.chunks(CHUNK) {
        let query = member::Entity::find()
            .filter(member::Column::Organization.eq(organization))
            .filter(member::Column::Committee.is_in(ids.iter().copied()))
            .order_by_asc(member::Column::Person);
        for row in query.all(db).await? {
            let seat = Member {
                person: row.person,
                role: word(Role::of_word(&row.role))?,
                start: from_days(row.start_day),
                end: row.end_day.map(from_days),
            };
            members.entry(row.committee).or_default().push(seat);
        }
    }
    rows.into_iter()
        .map(|row| {
            Ok(Committee {
                members: members.remove(&row.id).unwrap_or_default(),
                id: row.id,
                title: from_json(&row.title)?,
                purpose: from_json(&row.purpose)?,
                kind: word(Kind::of_word(&row.kind))?,
                application: row.application,
                teams: from_json(&row.teams)?,
                start: from_days(row.start_day),
                end: row.end_day.map(from_days),
                quorum_percent: uint(row.quorum_percent),
                state: word(State::of_word(&row.state))?,
                create_time: from_micros(row.create_time),
                revision: row.revision,
            })
        })
        .collect()
}
