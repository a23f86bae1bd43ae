//! Check-ins.

use jiff::civil::Date;
use kit::{
    db::{
        row::put,
        sql,
        time::{from_days, from_micros, to_days, to_micros},
    },
    error::Error,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::{
    entity::check_in::{Column, Entity, Model},
    micros, time,
};
use crate::domain::check_in::{CheckIn, Kind};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<CheckIn>, Error> {
    Ok(Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read))
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    check_in: &CheckIn,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: check_in.id.clone(),
        person: check_in.person.clone(),
        team: check_in.team.clone(),
        kind: number_of(check_in.kind),
        note: check_in.note.clone(),
        day: to_days(check_in.day),
        follow_up_day: check_in.follow_up_day.map(to_days),
        follow_up_time: micros(check_in.follow_up_time),
        reminded: check_in.reminded,
        visit: check_in.visit.clone(),
        create_time: to_micros(check_in.create_time),
    };
    put::<Entity, C>(db, row).await
}

pub(crate) async fn delete<C: ConnectionTrait>(db: &C, organization: &str, id: &str) -> Result<(), Error> {
    Entity::delete_by_id((organization.to_owned(), id.to_owned())).exec(db).await?;
    Ok(())
}

/// How many a person made on a day.
pub(crate) async fn count_on<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    day: Date,
) -> Result<u64, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .filter(Column::Day.eq(to_days(day)));
    Ok(query.count(db).await?)
}

/// Check-ins, newest first, those before `before`; of one person, and of one team, where they are given.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: Option<&str>,
    team: Option<&str>,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<CheckIn>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    if let Some(person) = person {
        query = query.filter(Column::Person.eq(person));
    }
    if let Some(team) = team {
        query = query.filter(Column::Team.eq(team));
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

/// The follow-ups of a person that wait, the earliest first.
pub(super) fn waiting(organization: &str, person: &str, limit: u64) -> Select<Entity> {
    Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .filter(Column::FollowUpDay.is_not_null())
        .filter(Column::FollowUpTime.is_null())
        .order_by_asc(Column::FollowUpDay)
        .order_by_asc(Column::Id)
        .limit(limit)
}

/// Follow-ups that are due on a day and of which nobody was reminded, of any organization.
pub(crate) async fn to_remind<C: ConnectionTrait>(
    db: &C,
    today: Date,
    limit: u64,
) -> Result<Vec<(String, CheckIn)>, Error> {
    let query = Entity::find()
        .filter(Column::Reminded.eq(false))
        .filter(Column::FollowUpDay.lte(to_days(today)))
        .filter(Column::FollowUpTime.is_null())
        .order_by_asc(Column::Id)
        .limit(limit);
    Ok(query.all(db).await?.into_iter().map(|m| (m.organization.clone(), read(m))).collect())
}

/// How often each thing was done with some people's teams from a day on, and with how many teams.
pub(crate) async fn done_since<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    people: &[String],
    from: Date,
) -> Result<(Vec<(Kind, u32)>, u32), Error> {
    #[derive(FromQueryResult)]
    struct Row {
        kind: i32,
        team: String,
        number: i64,
    }
    if people.is_empty() {
        return Ok((Vec::new(), 0));
    }
    let statement = format!(
        "SELECT kind, team, count(*) AS number FROM check_in WHERE organization = $1 AND day >= $2 \
         AND person IN ({}) GROUP BY kind, team",
        sql::placeholders(3, people.len().min(sql::MOST_VALUES))
    );
    let mut values = vec![organization.into(), to_days(from).into()];
    values.extend(people.iter().take(sql::MOST_VALUES).map(|p| p.clone().into()));
    let rows: Vec<Row> = sql::all(db, statement, values).await?;
    let teams: std::collections::BTreeSet<&str> = rows.iter().map(|r| r.team.as_str()).collect();
    let teams = u32::try_from(teams.len()).unwrap_or(u32::MAX);
    let mut kinds = std::collections::BTreeMap::new();
    for row in &rows {
        *kinds.entry(kind_of(row.kind)).or_insert(0_u32) += u32::try_from(row.number).unwrap_or(u32::MAX);
    }
    Ok((kinds.into_iter().collect(), teams))
}

pub(super) fn read(model: Model) -> CheckIn {
    CheckIn {
        id: model.id,
        person: model.person,
        team: model.team,
        kind: kind_of(model.kind),
        note: model.note,
        day: from_days(model.day),
        follow_up_day: model.follow_up_day.map(from_days),
        follow_up_time: time(model.follow_up_time),
        reminded: model.reminded,
        visit: model.visit,
        create_time: from_micros(model.create_time),
    }
}

fn number_of(kind: Kind) -> i32 {
    match kind {
        Kind::Visit => 1,
        Kind::Talk => 2,
        Kind::Demo => 3,
        Kind::Coaching => 4,
        Kind::Answer => 5,
        Kind::SharedMaterial => 6,
    }
}

fn kind_of(number: i32) -> Kind {
    match number {
        1 => Kind::Visit,
        3 => Kind::Demo,
        4 => Kind::Coaching,
        5 => Kind::Answer,
        6 => Kind::SharedMaterial,
        _ => Kind::Talk,
    }
}
