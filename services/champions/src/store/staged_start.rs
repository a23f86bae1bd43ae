//! Staged starts.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use kit::{
    db::{
        row::put,
        sql,
        time::{from_days, from_micros, to_days, to_micros},
    },
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::{
    staged_start::{Column, Entity, Model},
    staged_team as team,
};
use crate::domain::staged_start::{StagedStart, WAIT_DAYS};

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    start: &StagedStart,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: start.id.clone(),
        programme: start.programme.clone(),
        start_day: to_days(start.start_day),
        create_time: to_micros(start.create_time),
    };
    put::<Entity, C>(db, row).await?;
    let rows = start
        .teams
        .iter()
        .map(|(t, now)| vec![organization.into(), start.id.clone().into(), t.clone().into(), (*now).into()])
        .collect();
    sql::insert(
        db,
        "staged_team (organization, staged_start, team, starts_now)",
        rows,
        "ON CONFLICT DO NOTHING",
    )
    .await?;
    Ok(())
}

/// The starts of a programme, newest first.
pub(crate) async fn of_programme<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    programme: &str,
    limit: u64,
) -> Result<Vec<StagedStart>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Programme.eq(programme))
        .order_by_desc(Column::Id)
        .limit(limit);
    whole(db, organization, query.all(db).await?).await
}

/// The starts of any programme in which a half still waits on a day.
pub(crate) async fn waiting<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    day: Date,
) -> Result<Vec<StagedStart>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::StartDay.gt(to_days(day) - WAIT_DAYS));
    whole(db, organization, query.all(db).await?).await
}

async fn whole<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    rows: Vec<Model>,
) -> Result<Vec<StagedStart>, Error> {
    let query = team::Entity::find()
        .filter(team::Column::Organization.eq(organization))
        .filter(team::Column::StagedStart.is_in(rows.iter().map(|m| m.id.clone())));
    let mut teams: HashMap<String, BTreeMap<String, bool>> = HashMap::new();
    for row in query.all(db).await? {
        teams.entry(row.staged_start).or_default().insert(row.team, row.starts_now);
    }
    let read = |m: Model| StagedStart {
        teams: teams.remove(&m.id).unwrap_or_default(),
        id: m.id,
        programme: m.programme,
        start_day: from_days(m.start_day),
        create_time: from_micros(m.create_time),
    };
    Ok(rows.into_iter().map(read).collect())
}
