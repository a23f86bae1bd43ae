//! Visits.

use jiff::civil::Date;
use kit::{
    db::{
        row::{int, json, put, uint},
        time::{from_days, from_micros, to_days, to_micros},
    },
    error::Error,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::{
    covered_teams,
    entity::visit::{Column, Entity, Model},
    micros, text, time,
};
use crate::domain::visit::Visit;

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Visit>, Error> {
    Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read).transpose()
}

/// The visit that this source asked for to this team.
pub(crate) async fn of_source<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    source: &str,
    team: &str,
) -> Result<Option<Visit>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Source.eq(source))
        .filter(Column::Team.eq(team));
    query.one(db).await?.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(db: &C, organization: &str, visit: &Visit) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: visit.id.clone(),
        team: visit.team.clone(),
        reason: json(&visit.reason)?,
        source: visit.source.clone(),
        flag: visit.flag.clone(),
        due_day: to_days(visit.due_day),
        made: visit.made,
        asked: int(visit.asked),
        create_time: to_micros(visit.create_time),
        make_time: micros(visit.make_time),
    };
    put::<Entity, C>(db, row).await
}

/// Which visits are meant: all that fit every part that is given.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Which<'a> {
    /// To the teams that this person covers.
    pub(crate) covered_by: Option<&'a str>,
    /// To this team.
    pub(crate) team: Option<&'a str>,
    /// Made, or not.
    pub(crate) made: Option<bool>,
    /// Due before this day.
    pub(crate) due_before: Option<Date>,
}

fn find(organization: &str, which: Which<'_>) -> Select<Entity> {
    let mut query = Entity::find().filter(Column::Organization.eq(organization));
    if let Some(person) = which.covered_by {
        query = query.filter(Column::Team.in_subquery(covered_teams(organization, person)));
    }
    if let Some(team) = which.team {
        query = query.filter(Column::Team.eq(team));
    }
    if let Some(made) = which.made {
        query = query.filter(Column::Made.eq(made));
    }
    if let Some(day) = which.due_before {
        query = query.filter(Column::DueDay.lt(to_days(day)));
    }
    query
}

/// How many there are.
pub(crate) async fn count<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    which: Which<'_>,
) -> Result<u64, Error> {
    Ok(find(organization, which).count(db).await?)
}

/// Visits, open ones by their due day, then those made. `after` is whether the last one was made, its due day, and its id.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    which: Which<'_>,
    after: Option<(bool, i32, &str)>,
    limit: u64,
) -> Result<Vec<Visit>, Error> {
    let query = listed(organization, which, after, limit);
    query.all(db).await?.into_iter().map(read).collect()
}

/// The query of [`list`].
pub(super) fn listed(
    organization: &str,
    which: Which<'_>,
    after: Option<(bool, i32, &str)>,
    limit: u64,
) -> Select<Entity> {
    let mut query = find(organization, which)
        .order_by_asc(Column::Made)
        .order_by_asc(Column::DueDay)
        .order_by_asc(Column::Id)
        .limit(limit);
    if let Some((made, day, id)) = after {
        let same_day =
            Condition::all().add(Column::Made.eq(made)).add(Column::DueDay.eq(day)).add(Column::Id.gt(id));
        let same = Condition::all().add(Column::Made.eq(made)).add(Column::DueDay.gt(day));
        query = query.filter(Condition::any().add(Column::Made.gt(made)).add(same).add(same_day));
    }
    query
}

pub(super) fn read(model: Model) -> Result<Visit, Error> {
    Ok(Visit {
        reason: text(&model.reason)?,
        id: model.id,
        team: model.team,
        source: model.source,
        flag: model.flag,
        due_day: from_days(model.due_day),
        made: model.made,
        asked: uint(model.asked),
        create_time: from_micros(model.create_time),
        make_time: time(model.make_time),
    })
}
