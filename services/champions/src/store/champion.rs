//! Champions with their teams.

use std::collections::HashMap;

use kit::{
    db::{
        row::{CHUNK, from_json, json, put},
        time::{from_days, from_micros, to_days, to_micros},
    },
    error::Error,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::{
    champion::{Column, Entity, Model},
    champion_team as team,
};
use crate::domain::champion::{Champion, EndReason};

/// The state of a term that has not ended.
pub(super) const ACTIVE: i32 = 1;
const ENDED: i32 = 2;

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Champion>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    Ok(whole(db, organization, row.into_iter().collect()).await?.pop())
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    champion: &Champion,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: champion.id.clone(),
        programme: champion.programme.clone(),
        nomination: champion.nomination.clone(),
        person: champion.person.clone(),
        person_name: champion.person_name.clone(),
        focus_areas: json(&champion.focus_areas)?,
        homes: json(&champion.homes)?,
        granted: json(&champion.granted)?,
        start_day: to_days(champion.start_day),
        end_day: to_days(champion.end_day),
        state: if champion.is_active() { ACTIVE } else { ENDED },
        end_reason: match champion.end_reason {
            None => 0,
            Some(EndReason::Term) => 1,
            Some(EndReason::Left) => 2,
            Some(EndReason::SteppedDown) => 3,
            Some(EndReason::ByHr) => 4,
        },
        moved: champion.moved,
        reminded: champion.reminded,
        pending: champion.pending,
        attempt: champion.attempt,
        revision: champion.revision,
        create_time: to_micros(champion.create_time),
    };
    put::<Entity, C>(db, row).await?;
    team::Entity::delete_many()
        .filter(team::Column::Organization.eq(organization))
        .filter(team::Column::Champion.eq(&champion.id))
        .exec(db)
        .await?;
    for id in &champion.teams {
        let row = team::Model {
            organization: organization.to_owned(),
            champion: champion.id.clone(),
            team: id.clone(),
        };
        put::<team::Entity, C>(db, row).await?;
    }
    Ok(())
}

/// The champion whom a nomination led to.
pub(crate) async fn of_nomination<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    nomination: &str,
) -> Result<Option<Champion>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Nomination.eq(nomination));
    Ok(whole(db, organization, query.all(db).await?).await?.pop())
}

/// The terms of a person, oldest first.
pub(crate) async fn of_person<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
) -> Result<Vec<Champion>, Error> {
    // Without an order: with one, SQLite goes through all champions to have it.
    let query =
        Entity::find().filter(Column::Organization.eq(organization)).filter(Column::Person.eq(person));
    let mut terms = whole(db, organization, query.all(db).await?).await?;
    terms.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(terms)
}

/// Everybody in a term, oldest first; only of one programme when it is given.
pub(crate) async fn active<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    programme: Option<&str>,
) -> Result<Vec<Champion>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::State.eq(ACTIVE))
        .order_by_asc(Column::Id);
    if let Some(programme) = programme {
        query = query.filter(Column::Programme.eq(programme));
    }
    whole(db, organization, query.all(db).await?).await
}

/// Those of these people who are in a term or were, with the terms.
pub(crate) async fn of_people<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    people: &[String],
) -> Result<Vec<Champion>, Error> {
    let mut all = Vec::new();
    for chunk in people.chunks(CHUNK) {
        let query =
            Entity::find().filter(Column::Organization.eq(organization)).filter(Column::Person.is_in(chunk));
        all.extend(whole(db, organization, query.all(db).await?).await?);
    }
    Ok(all)
}

/// Champions by name, those after the name and id `after`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    programme: Option<&str>,
    ended_too: bool,
    after: Option<(&str, &str)>,
    limit: u64,
) -> Result<Vec<Champion>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .order_by_asc(Column::PersonName)
        .order_by_asc(Column::Id)
        .limit(limit);
    if let Some(programme) = programme {
        query = query.filter(Column::Programme.eq(programme));
    }
    if !ended_too {
        query = query.filter(Column::State.eq(ACTIVE));
    }
    if let Some((name, id)) = after {
        let same = Condition::all().add(Column::PersonName.eq(name)).add(Column::Id.gt(id));
        query = query.filter(Condition::any().add(Column::PersonName.gt(name)).add(same));
    }
    whole(db, organization, query.all(db).await?).await
}

/// Terms of which identity still has to hear, of any organization; oldest first.
pub(crate) async fn pending<C: ConnectionTrait>(db: &C, limit: u64) -> Result<Vec<(String, String)>, Error> {
    let rows: Vec<(String, String)> = Entity::find()
        .select_only()
        .columns([Column::Organization, Column::Id])
        .filter(Column::Pending.eq(true))
        .order_by_asc(Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

async fn whole<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    rows: Vec<Model>,
) -> Result<Vec<Champion>, Error> {
    let mut teams = Vec::new();
    let ids: Vec<&String> = rows.iter().map(|m| &m.id).collect();
    for chunk in ids.chunks(CHUNK) {
        let query = team::Entity::find()
            .filter(team::Column::Organization.eq(organization))
            .filter(team::Column::Champion.is_in(chunk.iter().copied()));
        teams.extend(query.all(db).await?);
    }
    with_teams(rows, teams)
}

/// Champions, each with the own teams among these, by id.
pub(super) fn with_teams(rows: Vec<Model>, all: Vec<team::Model>) -> Result<Vec<Champion>, Error> {
    let mut teams: HashMap<String, Vec<String>> = HashMap::new();
    for row in all {
        teams.entry(row.champion).or_default().push(row.team);
    }
    rows.into_iter()
        .map(|m| {
            let mut teams = teams.remove(&m.id).unwrap_or_default();
            teams.sort();
            read(m, teams)
        })
        .collect()
}

fn read(model: Model, teams: Vec<String>) -> Result<Champion, Error> {
    Ok(Champion {
        id: model.id,
        programme: model.programme,
        nomination: model.nomination,
        person: model.person,
        person_name: model.person_name,
        teams,
        focus_areas: from_json(&model.focus_areas)?,
        homes: from_json(&model.homes)?,
        granted: from_json(&model.granted)?,
        start_day: from_days(model.start_day),
        end_day: from_days(model.end_day),
        end_reason: match (model.state, model.end_reason) {
            (ACTIVE, _) => None,
            (_, 2) => Some(EndReason::Left),
            (_, 3) => Some(EndReason::SteppedDown),
            (_, 4) => Some(EndReason::ByHr),
            _ => Some(EndReason::Term),
        },
        moved: model.moved,
        reminded: model.reminded,
        pending: model.pending,
        attempt: model.attempt,
        revision: model.revision,
        create_time: from_micros(model.create_time),
    })
}
