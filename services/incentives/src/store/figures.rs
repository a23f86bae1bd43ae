//! What was measured of the teams of challenges.

use std::collections::BTreeMap;

use kit::error::Error;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    CHUNK,
    entity::challenge_sums::{Column, Entity, Model},
    from_json, json, put, seq,
};
use crate::domain::{challenge::Figures, sums::Sums};

const BASELINE: i32 = -1;

/// Keeps the baseline of a team.
pub(crate) async fn save_baseline<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    challenge: &str,
    team: &str,
    sums: &Sums,
) -> Result<(), Error> {
    save(db, organization, challenge, team, BASELINE, sums).await
}

/// Keeps a week of a team.
pub(crate) async fn save_week<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    challenge: &str,
    team: &str,
    week: usize,
    sums: &Sums,
) -> Result<(), Error> {
    save(db, organization, challenge, team, seq(week), sums).await
}

async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    challenge: &str,
    team: &str,
    seq: i32,
    sums: &Sums,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        challenge: challenge.to_owned(),
        team: team.to_owned(),
        seq,
        sums: json(sums)?,
    };
    put::<Entity, C>(db, row).await
}

/// The figures of these challenges.
pub(crate) async fn of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    challenges: &[String],
) -> Result<BTreeMap<String, Figures>, Error> {
    let mut all: BTreeMap<String, Figures> = BTreeMap::new();
    for chunk in challenges.chunks(CHUNK) {
        let query = Entity::find()
            .filter(Column::Organization.eq(organization))
            .filter(Column::Challenge.is_in(chunk.iter().cloned()))
            .order_by_asc(Column::Seq);
        for row in query.all(db).await? {
            let sums: Sums = from_json(&row.sums)?;
            let team = all.entry(row.challenge).or_default().entry(row.team).or_default();
            if row.seq == BASELINE {
                team.baseline = Some(sums);
            } else {
                team.weeks.push(sums);
            }
        }
    }
    Ok(all)
}

/// The figures of one challenge.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    challenge: &str,
) -> Result<Figures, Error> {
    Ok(of(db, organization, &[challenge.to_owned()]).await?.remove(challenge).unwrap_or_default())
}
