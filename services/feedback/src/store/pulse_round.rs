//! Rounds, and who is asked in them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kit::{
    db::{
        row::{int, put, uint},
        time::{from_days, to_days},
    },
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::entity::{pulse_invitation as invitation, pulse_round as round};
use crate::domain::pulse::Round;

/// How many people are written at once.
const ROWS: usize = 500;

/// Somebody who is asked in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Invitation {
    /// The pulse.
    pub(crate) pulse: String,
    /// The round.
    pub(crate) number: u32,
    /// Who.
    pub(crate) person: String,
    /// The team for which the answer counts: a team of at least five who are asked; `None` where there is none.
    pub(crate) team: Option<String>,
    /// Whether it was answered.
    pub(crate) answered: bool,
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    pulse: &str,
    r: &Round,
) -> Result<(), Error> {
    put::<round::Entity, C>(
        db,
        round::Model {
            organization: organization.to_owned(),
            pulse: pulse.to_owned(),
            number: int(r.number),
            open_day: to_days(r.open_day),
            close_day: to_days(r.close_day),
            asked: int(r.asked),
            spared: int(r.spared),
            answered: int(r.answered),
            closed: r.closed,
        },
    )
    .await
}

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    pulse: &str,
    number: u32,
) -> Result<Option<Round>, Error> {
    let key = (organization.to_owned(), pulse.to_owned(), int(number));
    Ok(round::Entity::find_by_id(key).one(db).await?.as_ref().map(read))
}

/// The rounds of these pulses that have begun, by pulse, newest first.
pub(crate) async fn of_pulses<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    pulses: &[String],
) -> Result<BTreeMap<String, Vec<Round>>, Error> {
    let mut all = BTreeMap::<String, Vec<Round>>::new();
    for ids in pulses.chunks(ROWS) {
        let rows = round::Entity::find()
            .filter(round::Column::Organization.eq(organization))
            .filter(round::Column::Pulse.is_in(ids))
            .order_by_desc(round::Column::Number)
            .all(db)
            .await?;
        for row in rows {
            all.entry(row.pulse.clone()).or_default().push(read(&row));
        }
    }
    Ok(all)
}

/// Writes down who is asked.
pub(crate) async fn invite<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    open_day: Date,
    invitations: Vec<Invitation>,
) -> Result<(), Error> {
    let rows: Vec<_> = invitations
        .into_iter()
        .map(|i| invitation::Model {
            organization: organization.to_owned(),
            pulse: i.pulse,
            number: int(i.number),
            person: i.person,
            open_day: to_days(open_day),
            team: i.team,
            answered: i.answered,
        })
        .collect();
    for chunk in rows.chunks(ROWS) {
        let rows = chunk.iter().cloned().map(IntoActiveModel::into_active_model);
        invitation::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

pub(crate) async fn invitation<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    pulse: &str,
    number: u32,
    person: &str,
) -> Result<Option<Invitation>, Error> {
    let key = (organization.to_owned(), pulse.to_owned(), int(number), person.to_owned());
    Ok(invitation::Entity::find_by_id(key).one(db).await?.map(read_invitation))
}

/// Notes that somebody has answered.
pub(crate) async fn mark_answered<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    i: &Invitation,
) -> Result<(), Error> {
    invitation::Entity::update_many()
        .col_expr(invitation::Column::Answered, true.into())
        .filter(invitation::Column::Organization.eq(organization))
        .filter(invitation::Column::Pulse.eq(&i.pulse))
        .filter(invitation::Column::Number.eq(int(i.number)))
        .filter(invitation::Column::Person.eq(&i.person))
        .exec(db)
        .await?;
    Ok(())
}

/// What a person is asked since a day and has not answered.
pub(crate) async fn unanswered<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    since: Date,
) -> Result<Vec<Invitation>, Error> {
    let rows = invitation::Entity::find()
        .filter(invitation::Column::Organization.eq(organization))
        .filter(invitation::Column::Person.eq(person))
        .filter(invitation::Column::OpenDay.gte(to_days(since)))
        .filter(invitation::Column::Answered.eq(false))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(read_invitation).collect())
}

/// Whoever was asked something since a day, and when last.
pub(crate) async fn last_asked<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    since: Date,
) -> Result<BTreeMap<String, Date>, Error> {
    let rows = invitation::Entity::find()
        .filter(invitation::Column::Organization.eq(organization))
        .filter(invitation::Column::OpenDay.gte(to_days(since)))
        .all(db)
        .await?;
    let mut last = BTreeMap::<String, Date>::new();
    for row in rows {
        let day = from_days(row.open_day);
        last.entry(row.person).and_modify(|d| *d = day.max(*d)).or_insert(day);
    }
    Ok(last)
}

fn read(row: &round::Model) -> Round {
    Round {
        number: uint(row.number),
        open_day: from_days(row.open_day),
        close_day: from_days(row.close_day),
        asked: uint(row.asked),
        spared: uint(row.spared),
        answered: uint(row.answered),
        closed: row.closed,
    }
}

fn read_invitation(row: invitation::Model) -> Invitation {
    Invitation {
        pulse: row.pulse,
        number: uint(row.number),
        person: row.person,
        team: row.team,
        answered: row.answered,
    }
}
