//! Nominations.

use kit::{
    db::{
        row::put,
        time::{from_micros, to_micros},
    },
    error::Error,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{
    entity::nomination::{Column, Entity, Model},
    micros, time,
};
use crate::domain::nomination::{Kind, Nomination, State};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Nomination>, Error> {
    Ok(Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read))
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    nomination: &Nomination,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: nomination.id.clone(),
        programme: nomination.programme.clone(),
        nominee: nomination.nominee.clone(),
        nominator: nomination.nominator.clone(),
        manager: nomination.manager.clone(),
        kind: match nomination.kind {
            Kind::Own => 1,
            Kind::Colleague => 2,
            Kind::Manager => 3,
        },
        state: number_of(nomination.state),
        reason: nomination.reason.clone(),
        decline_reason: nomination.decline_reason.clone(),
        enrolled: nomination.enrolled,
        create_time: to_micros(nomination.create_time),
        ask_time: micros(nomination.ask_time),
        decide_time: micros(nomination.decide_time),
    };
    put::<Entity, C>(db, row).await
}

/// The nominations of a person in a programme, newest first.
pub(crate) async fn of_nominee<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    programme: &str,
    nominee: &str,
) -> Result<Vec<Nomination>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Nominee.eq(nominee))
        .filter(Column::Programme.eq(programme))
        .order_by_desc(Column::Id);
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

/// How many open nominations a person has made.
pub(crate) async fn count_open_by<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    nominator: &str,
) -> Result<u64, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Nominator.eq(nominator))
        .filter(Column::State.is_in(State::OPEN.map(number_of)));
    Ok(query.count(db).await?)
}

/// The open nominations of a programme.
pub(crate) async fn open_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    programme: &str,
) -> Result<Vec<Nomination>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Programme.eq(programme))
        .filter(Column::State.is_in(State::OPEN.map(number_of)));
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

/// Consented ones for which training was not asked to enrol anybody, of any organization.
pub(crate) async fn to_enroll<C: ConnectionTrait>(
    db: &C,
    limit: u64,
) -> Result<Vec<(String, Nomination)>, Error> {
    let query = Entity::find()
        .filter(Column::State.eq(number_of(State::Consented)))
        .filter(Column::Enrolled.eq(false))
        .order_by_asc(Column::Id)
        .limit(limit);
    Ok(query.all(db).await?.into_iter().map(|m| (m.organization.clone(), read(m))).collect())
}

/// Nominations in these states, oldest first, those after `after`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    programme: Option<&str>,
    states: &[State],
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Nomination>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::State.is_in(states.iter().map(|s| number_of(*s))))
        .order_by_asc(Column::Id)
        .limit(limit);
    if let Some(programme) = programme {
        query = query.filter(Column::Programme.eq(programme));
    }
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(after));
    }
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

/// Nominations that concern a person, newest first, those before `before`.
pub(crate) async fn concerning<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Nomination>, Error> {
    let asked = Condition::all().add(Column::Manager.eq(person)).add(Column::AskTime.is_not_null());
    let concerns =
        Condition::any().add(Column::Nominee.eq(person)).add(Column::Nominator.eq(person)).add(asked);
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(concerns)
        .order_by_desc(Column::Id)
        .limit(limit);
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

fn read(model: Model) -> Nomination {
    Nomination {
        id: model.id,
        programme: model.programme,
        nominee: model.nominee,
        nominator: model.nominator,
        manager: model.manager,
        kind: match model.kind {
            1 => Kind::Own,
            3 => Kind::Manager,
            _ => Kind::Colleague,
        },
        state: state_of(model.state),
        reason: model.reason,
        decline_reason: model.decline_reason,
        enrolled: model.enrolled,
        create_time: from_micros(model.create_time),
        ask_time: time(model.ask_time),
        decide_time: time(model.decide_time),
    }
}

fn number_of(state: State) -> i32 {
    match state {
        State::Proposed => 1,
        State::AwaitingConsent => 2,
        State::Consented => 3,
        State::Declined => 4,
        State::Withdrawn => 5,
        State::Appointed => 6,
    }
}

fn state_of(number: i32) -> State {
    match number {
        1 => State::Proposed,
        2 => State::AwaitingConsent,
        3 => State::Consented,
        4 => State::Declined,
        6 => State::Appointed,
        _ => State::Withdrawn,
    }
}
