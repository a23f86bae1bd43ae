//! Challenges and their teams.

use std::collections::{BTreeMap, BTreeSet};

use kit::{
    db::time::{from_days, from_micros, to_days, to_micros},
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    CHUNK, add,
    entity::{
        challenge::{Column, Entity, Model},
        challenge_team as team,
    },
    from_json, int, json, micros, money, put, seq, text, uint,
};
use crate::domain::challenge::{Announced, Challenge, Draft, Measure, Part, State, Team};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Challenge>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    Ok(with_teams(db, organization, row.into_iter().collect()).await?.pop())
}

/// The challenge that an intervention proposed.
pub(crate) async fn by_source<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    source: &str,
) -> Result<Option<Challenge>, Error> {
    let query =
        Entity::find().filter(Column::Organization.eq(organization)).filter(Column::Source.eq(source));
    let row = query.one(db).await?;
    Ok(with_teams(db, organization, row.into_iter().collect()).await?.pop())
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    challenge: &Challenge,
) -> Result<(), Error> {
    let draft = &challenge.draft;
    let row = Model {
        organization: organization.to_owned(),
        id: challenge.id.clone(),
        title: json(&draft.title)?,
        description: json(&draft.description)?,
        measure: draft.measure.code().to_owned(),
        application: draft.application.clone(),
        courses: json(&draft.courses)?,
        start_day: to_days(draft.start_day),
        weeks: int(draft.weeks),
        target_percent: int(draft.target_percent),
        participation_percent: int(draft.participation_percent),
        currency: draft.prize.map(|p| p.currency.to_string()),
        prize_minor: draft.prize.map(|p| p.minor),
        budget: draft.budget.clone(),
        state: challenge.state.code().to_owned(),
        source: challenge.source.clone(),
        announce_time: micros(challenge.announced.map(|a| a.time)),
        announce_day: challenge.announced.map(|a| to_days(a.day)),
        cancel_reason: challenge.cancel_reason.clone(),
        award: challenge.award.clone(),
        revision: challenge.revision,
        create_time: to_micros(challenge.create_time),
    };
    put::<Entity, C>(db, row).await?;
    team::Entity::delete_many()
        .filter(team::Column::Organization.eq(organization))
        .filter(team::Column::Challenge.eq(&challenge.id))
        .exec(db)
        .await?;
    let rows: Result<Vec<_>, Error> = challenge
        .teams
        .iter()
        .enumerate()
        .map(|(i, t)| {
            Ok(team::Model {
                organization: organization.to_owned(),
                challenge: challenge.id.clone(),
                team: t.team.clone(),
                seq: seq(i),
                part: t.part.map(|p| p.code().to_owned()),
                qualifies_day: t.qualifies_day.map(to_days),
                measured: json(&t.measured)?,
                members: int(t.members),
            })
        })
        .collect();
    add::<team::Entity, C>(db, rows?).await
}

/// Which challenges a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// In one of these states; in any when empty.
    pub(crate) states: Vec<State>,
    /// Only these.
    pub(crate) ids: Option<BTreeSet<String>>,
}

/// Newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Challenge>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    if !filter.states.is_empty() {
        query = query.filter(Column::State.is_in(filter.states.iter().map(|s| s.code())));
    }
    if let Some(ids) = &filter.ids {
        query = query.filter(Column::Id.is_in(ids.iter().cloned()));
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    let rows = query.all(db).await?;
    with_teams(db, organization, rows).await
}

/// The running challenges of an organization.
pub(crate) async fn running<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Vec<Challenge>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::State.eq(State::Running.code()))
        .order_by_asc(Column::Id);
    let rows = query.all(db).await?;
    with_teams(db, organization, rows).await
}

/// The challenges that these teams are in, announced ones only.
pub(crate) async fn announced_with_teams<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    teams: &[String],
) -> Result<BTreeSet<String>, Error> {
    let mut ids = BTreeSet::new();
    for chunk in teams.chunks(CHUNK) {
        let found: Vec<String> = team::Entity::find()
            .select_only()
            .column(team::Column::Challenge)
            .filter(team::Column::Organization.eq(organization))
            .filter(team::Column::Team.is_in(chunk.iter().cloned()))
            .into_tuple()
            .all(db)
            .await?;
        ids.extend(found);
    }
    only_announced(db, organization, ids).await
}

/// Of these challenges, those that were announced.
pub(crate) async fn only_announced<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: BTreeSet<String>,
) -> Result<BTreeSet<String>, Error> {
    let ids: Vec<String> = ids.into_iter().collect();
    let mut announced = BTreeSet::new();
    for chunk in ids.chunks(CHUNK) {
        let found: Vec<String> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::Organization.eq(organization))
            .filter(Column::Id.is_in(chunk.iter().cloned()))
            .filter(Column::AnnounceDay.is_not_null())
            .into_tuple()
            .all(db)
            .await?;
        announced.extend(found);
    }
    Ok(announced)
}

async fn with_teams<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    rows: Vec<Model>,
) -> Result<Vec<Challenge>, Error> {
    let ids: Vec<String> = rows.iter().map(|r| r.id.clone()).collect();
    let mut teams: BTreeMap<String, Vec<Team>> = BTreeMap::new();
    for chunk in ids.chunks(CHUNK) {
        let query = team::Entity::find()
            .filter(team::Column::Organization.eq(organization))
            .filter(team::Column::Challenge.is_in(chunk.iter().cloned()))
            .order_by_asc(team::Column::Seq);
        for row in query.all(db).await? {
            let team = Team {
                team: row.team,
                part: row.part.as_deref().and_then(Part::of),
                qualifies_day: row.qualifies_day.map(from_days),
                measured: from_json(&row.measured)?,
                members: uint(row.members),
            };
            teams.entry(row.challenge).or_default().push(team);
        }
    }
    rows.into_iter()
        .map(|row| {
            let teams = teams.remove(&row.id).unwrap_or_default();
            read(row, teams)
        })
        .collect()
}

fn read(model: Model, teams: Vec<Team>) -> Result<Challenge, Error> {
    let measure =
        Measure::of(&model.measure).ok_or_else(|| Error::internal("a stored measure is unknown"))?;
    let prize = match (&model.currency, model.prize_minor) {
        (Some(currency), Some(minor)) => Some(money(currency, minor)?),
        _ => None,
    };
    let announced = model
        .announce_time
        .zip(model.announce_day)
        .map(|(time, day)| Announced { time: from_micros(time), day: from_days(day) });
    Ok(Challenge {
        draft: Draft {
            title: text(&model.title)?,
            description: text(&model.description)?,
            measure,
            application: model.application,
            courses: from_json(&model.courses)?,
            teams: teams.iter().map(|t| t.team.clone()).collect(),
            start_day: from_days(model.start_day),
            weeks: uint(model.weeks),
            target_percent: uint(model.target_percent),
            participation_percent: uint(model.participation_percent),
            prize,
            budget: model.budget,
        },
        id: model.id,
        teams,
        state: State::of(&model.state),
        source: model.source,
        announced,
        cancel_reason: model.cancel_reason,
        award: model.award,
        revision: model.revision,
        create_time: from_micros(model.create_time),
    })
}
