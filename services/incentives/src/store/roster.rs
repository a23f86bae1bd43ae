//! The frozen rosters of challenges.

use std::collections::{BTreeMap, BTreeSet};

use kit::error::Error;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{
    add,
    entity::challenge_member::{Column, Entity, Model},
};
use crate::domain::roster::Roster;

/// Keeps the rosters, by team.
pub(crate) async fn freeze<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    challenge: &str,
    rosters: &BTreeMap<String, Roster>,
) -> Result<(), Error> {
    let rows = rosters
        .iter()
        .flat_map(|(team, roster)| roster.everybody.iter().map(move |person| (team, roster, person)))
        .map(|(team, roster, person)| Model {
            organization: organization.to_owned(),
            challenge: challenge.to_owned(),
            person: person.clone(),
            team: team.clone(),
            measured: roster.measured.contains(person),
        })
        .collect();
    add::<Entity, C>(db, rows).await
}

/// The rosters of a challenge, by team.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    challenge: &str,
) -> Result<BTreeMap<String, Roster>, Error> {
    let query =
        Entity::find().filter(Column::Organization.eq(organization)).filter(Column::Challenge.eq(challenge));
    let mut rosters: BTreeMap<String, Roster> = BTreeMap::new();
    for row in query.all(db).await? {
        let roster = rosters.entry(row.team).or_default();
        if row.measured {
            roster.measured.insert(row.person.clone());
        }
        roster.everybody.insert(row.person);
    }
    Ok(rosters)
}

/// Everybody on the rosters of a challenge.
pub(crate) async fn everybody<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    challenge: &str,
) -> Result<BTreeSet<String>, Error> {
    Ok(load(db, organization, challenge).await?.into_values().flat_map(|r| r.everybody).collect())
}

/// The challenges on whose rosters a person is.
pub(crate) async fn of_person<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
) -> Result<BTreeSet<String>, Error> {
    let ids: Vec<String> = Entity::find()
        .select_only()
        .column(Column::Challenge)
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().collect())
}
