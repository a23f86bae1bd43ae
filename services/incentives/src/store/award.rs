//! Awards, what is proposed for them, and what members said.

use std::collections::{BTreeMap, BTreeSet};

use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    CHUNK, add,
    entity::{
        award::{Column, Entity, Model},
        award_option as option, award_team as team, voice,
    },
    int, money, put, seq, uint,
};
use crate::domain::award::{Award, State};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Award>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    Ok(complete(db, organization, row.into_iter().collect()).await?.pop())
}

pub(crate) async fn save<C: ConnectionTrait>(db: &C, organization: &str, award: &Award) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: award.id.clone(),
        challenge: award.challenge.clone(),
        currency: award.prize.currency.to_string(),
        prize_minor: award.prize.minor,
        budget: award.budget.clone(),
        state: award.state.code().to_owned(),
        reward: award.reward.clone(),
        redemption: award.redemption.clone(),
        reject_reason: award.reject_reason.clone(),
        create_time: to_micros(award.create_time),
    };
    put::<Entity, C>(db, row).await?;
    for (i, id) in award.teams.iter().enumerate() {
        let row = team::Model {
            organization: organization.to_owned(),
            award: award.id.clone(),
            team: id.clone(),
            seq: seq(i),
        };
        put::<team::Entity, C>(db, row).await?;
    }
    Ok(())
}

/// Adds a reward to those that were proposed.
pub(crate) async fn propose<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    award: &Award,
    reward: &str,
) -> Result<(), Error> {
    let row = option::Model {
        organization: organization.to_owned(),
        award: award.id.clone(),
        reward: reward.to_owned(),
        seq: seq(award.options.len()),
    };
    add::<option::Entity, C>(db, vec![row]).await
}

/// Which awards a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// Only those of these challenges.
    pub(crate) challenges: Option<BTreeSet<String>>,
}

/// Newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
    before: Option<&str>,
    limit: Option<u64>,
) -> Result<Vec<Award>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    if let Some(challenges) = &filter.challenges {
        query = query.filter(Column::Challenge.is_in(challenges.iter().cloned()));
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    let rows = query.all(db).await?;
    complete(db, organization, rows).await
}

/// The awards of a budget that are not paid yet.
pub(crate) async fn unpaid<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    budget: &str,
) -> Result<Vec<Award>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Budget.eq(budget))
        .filter(Column::State.is_in([State::Open.code(), State::Decided.code()]));
    let rows = query.all(db).await?;
    complete(db, organization, rows).await
}

/// What one member said about an award.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Voice {
    /// The reward that the member chose.
    pub(crate) choice: Option<String>,
    /// How many rewards the member proposed.
    pub(crate) proposals: u32,
}

/// What everybody said about an award, by person.
pub(crate) async fn voices<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    award: &str,
) -> Result<BTreeMap<String, Voice>, Error> {
    let query = voice::Entity::find()
        .filter(voice::Column::Organization.eq(organization))
        .filter(voice::Column::Award.eq(award));
    let rows = query.all(db).await?;
    let voice = |row: &voice::Model| Voice { choice: row.choice.clone(), proposals: uint(row.proposals) };
    Ok(rows.into_iter().map(|row| (row.person.clone(), voice(&row))).collect())
}

/// Keeps what a member said.
pub(crate) async fn say<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    award: &str,
    person: &str,
    voice: &Voice,
) -> Result<(), Error> {
    let row = voice::Model {
        organization: organization.to_owned(),
        award: award.to_owned(),
        person: person.to_owned(),
        choice: voice.choice.clone(),
        proposals: int(voice.proposals),
    };
    put::<voice::Entity, C>(db, row).await
}

/// Takes every vote back: the members choose again.
pub(crate) async fn clear_choices<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    award: &str,
) -> Result<(), Error> {
    voice::Entity::update_many()
        .col_expr(voice::Column::Choice, sea_orm::sea_query::Expr::value(Option::<String>::None))
        .filter(voice::Column::Organization.eq(organization))
        .filter(voice::Column::Award.eq(award))
        .exec(db)
        .await?;
    Ok(())
}

async fn complete<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    rows: Vec<Model>,
) -> Result<Vec<Award>, Error> {
    let ids: Vec<String> = rows.iter().map(|r| r.id.clone()).collect();
    let (mut teams, mut options) =
        (BTreeMap::<String, Vec<String>>::new(), BTreeMap::<String, Vec<String>>::new());
    for chunk in ids.chunks(CHUNK) {
        let query = team::Entity::find()
            .filter(team::Column::Organization.eq(organization))
            .filter(team::Column::Award.is_in(chunk.iter().cloned()))
            .order_by_asc(team::Column::Seq);
        for row in query.all(db).await? {
            teams.entry(row.award).or_default().push(row.team);
        }
        let query = option::Entity::find()
            .filter(option::Column::Organization.eq(organization))
            .filter(option::Column::Award.is_in(chunk.iter().cloned()))
            .order_by_asc(option::Column::Seq);
        for row in query.all(db).await? {
            options.entry(row.award).or_default().push(row.reward);
        }
    }
    rows.into_iter()
        .map(|row| {
            Ok(Award {
                teams: teams.remove(&row.id).unwrap_or_default(),
                options: options.remove(&row.id).unwrap_or_default(),
                prize: money(&row.currency, row.prize_minor)?,
                state: State::of(&row.state),
                id: row.id,
                challenge: row.challenge,
                budget: row.budget,
                reward: row.reward,
                redemption: row.redemption,
                reject_reason: row.reject_reason,
                create_time: from_micros(row.create_time),
            })
        })
        .collect()
}
