//! How teams are covered, and what the organization wants.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kit::{
    db::{
        row::put,
        sql,
        time::{from_days, to_days},
    },
    error::Error,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::entity::{
    settings,
    team_coverage::{Column, Entity, Model},
};
use crate::domain::coverage::{Gap, Settings, State};

/// How one team with members is covered.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Kept {
    pub(crate) team: String,
    pub(crate) display_name: String,
    /// The name as lists are sorted by it.
    pub(crate) sort_name: String,
    pub(crate) parent: Option<String>,
    pub(crate) people: u32,
    /// Who covers it, and where nobody does, who did last.
    pub(crate) covered_by: Vec<String>,
    pub(crate) champions: u32,
    pub(crate) load: Option<f64>,
    pub(crate) state: State,
    pub(crate) gap: Option<(Gap, Date)>,
}

/// What the organization wants.
pub(crate) async fn settings<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Settings, Error> {
    let row = settings::Entity::find_by_id(organization.to_owned()).one(db).await?;
    let uint = |n: i32| u32::try_from(n).unwrap_or(0);
    Ok(row.map_or_else(Settings::default, |m| Settings {
        people_per_champion: uint(m.people_per_champion),
        remind_days: uint(m.remind_days),
        revision: m.revision,
    }))
}

pub(crate) async fn save_settings<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    settings: &Settings,
) -> Result<(), Error> {
    let int = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    let row = settings::Model {
        organization: organization.to_owned(),
        people_per_champion: int(settings.people_per_champion),
        remind_days: int(settings.remind_days),
        revision: settings.revision,
    };
    put::<settings::Entity, C>(db, row).await
}

/// Every team, by id.
pub(crate) async fn all<C: ConnectionTrait>(
    db: &C,
    organization: &str,
) -> Result<BTreeMap<String, Kept>, Error> {
    let rows = Entity::find().filter(Column::Organization.eq(organization)).all(db).await?;
    Ok(rows.into_iter().map(|m| (m.team.clone(), read(m))).collect())
}

/// Writes those that changed and forgets those that are gone.
pub(crate) async fn replace<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    before: &BTreeMap<String, Kept>,
    after: &BTreeMap<String, Kept>,
) -> Result<(), Error> {
    for team in before.keys().filter(|t| !after.contains_key(*t)) {
        Entity::delete_by_id((organization.to_owned(), team.clone())).exec(db).await?;
    }
    let int = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    let rows = after
        .values()
        .filter(|k| before.get(&k.team) != Some(*k))
        .map(|k| {
            vec![
                organization.into(),
                k.team.clone().into(),
                k.display_name.clone().into(),
                k.sort_name.clone().into(),
                k.parent.clone().into(),
                int(k.people).into(),
                int(k.champions).into(),
                k.covered_by.join(",").into(),
                k.load.into(),
                number_of(k.state).into(),
                k.gap.map_or(0, |(gap, _)| gap_number(gap)).into(),
                k.gap.map(|(_, since)| to_days(since)).into(),
            ]
        })
        .collect();
    let into = "team_coverage (organization, team, display_name, sort_name, parent, people, champions, covered_by, load, \
                state, gap_reason, gap_since)";
    let tail = "ON CONFLICT (organization, team) DO UPDATE SET display_name = excluded.display_name, \
                sort_name = excluded.sort_name, parent = excluded.parent, people = excluded.people, \
                champions = excluded.champions, covered_by = excluded.covered_by, load = excluded.load, \
                state = excluded.state, gap_reason = excluded.gap_reason, gap_since = excluded.gap_since";
    sql::insert(db, into, rows, tail).await?;
    Ok(())
}

/// Teams in these states, those without a champion first, then by name; those after the state, name and id `after`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    states: &[State],
    after: Option<&Kept>,
    limit: u64,
) -> Result<Vec<Kept>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::State.is_in(states.iter().map(|s| number_of(*s))))
        .order_by_asc(Column::State)
        .order_by_asc(Column::SortName)
        .order_by_asc(Column::Team)
        .limit(limit);
    if let Some(last) = after {
        let state = number_of(last.state);
        let same_name = Condition::all()
            .add(Column::State.eq(state))
            .add(Column::SortName.eq(&last.sort_name))
            .add(Column::Team.gt(&last.team));
        let same_state =
            Condition::all().add(Column::State.eq(state)).add(Column::SortName.gt(&last.sort_name));
        let later = Condition::any().add(Column::State.gt(state)).add(same_state).add(same_name);
        query = query.filter(later);
    }
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

/// The team with this id.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    team: &str,
) -> Result<Option<Kept>, Error> {
    Ok(Entity::find_by_id((organization.to_owned(), team.to_owned())).one(db).await?.map(read))
}

/// Teams and people in each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Totals {
    pub(crate) teams: i64,
    pub(crate) people: i64,
}

/// How many teams and people are in which state.
pub(crate) async fn totals<C: ConnectionTrait>(
    db: &C,
    organization: &str,
) -> Result<impl Fn(State) -> Totals + use<C>, Error> {
    #[derive(FromQueryResult)]
    struct Row {
        state: i32,
        teams: i64,
        people: i64,
    }
    let statement = "SELECT state, count(*) AS teams, sum(people) AS people FROM team_coverage \
                     WHERE organization = $1 GROUP BY state";
    let rows: Vec<Row> = sql::all(db, statement, [organization.into()]).await?;
    Ok(move |state: State| {
        let row = rows.iter().find(|r| r.state == number_of(state));
        row.map(|r| Totals { teams: r.teams, people: r.people }).unwrap_or_default()
    })
}

/// How many people cover at least one team with members.
pub(crate) async fn champion_count<C: ConnectionTrait>(db: &C, organization: &str) -> Result<u64, Error> {
    let statement = "SELECT count(DISTINCT person) FROM covered_team WHERE organization = $1";
    sql::count(db, statement, [organization.into()]).await
}

fn read(model: Model) -> Kept {
    let uint = |n: i32| u32::try_from(n).unwrap_or(0);
    Kept {
        team: model.team,
        display_name: model.display_name,
        sort_name: model.sort_name,
        parent: model.parent,
        people: uint(model.people),
        champions: uint(model.champions),
        covered_by: model.covered_by.split(',').filter(|p| !p.is_empty()).map(str::to_owned).collect(),
        load: model.load,
        state: match model.state {
            1 => State::None,
            2 => State::Stretched,
            _ => State::Covered,
        },
        gap: model.gap_since.map(|since| (gap_of(model.gap_reason), from_days(since))),
    }
}

/// Those without a champion come first in lists.
fn number_of(state: State) -> i32 {
    match state {
        State::None => 1,
        State::Stretched => 2,
        State::Covered => 3,
    }
}

fn gap_number(gap: Gap) -> i32 {
    match gap {
        Gap::NeverHad => 1,
        Gap::Left => 2,
        Gap::TermEnded => 3,
        Gap::Moved => 4,
        Gap::Reassigned => 5,
    }
}

fn gap_of(number: i32) -> Gap {
    match number {
        2 => Gap::Left,
        3 => Gap::TermEnded,
        4 => Gap::Moved,
        5 => Gap::Reassigned,
        _ => Gap::NeverHad,
    }
}
