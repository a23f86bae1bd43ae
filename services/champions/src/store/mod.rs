//! What this service keeps. The only place that names `sea_orm`; the organization is the first argument of every query.

pub(crate) mod champion;
pub(crate) mod check_in;
pub(crate) mod coverage;
mod entity;
pub(crate) mod held;
pub(crate) mod help;
pub(crate) mod home;
pub(crate) mod material;
pub(crate) mod migration;
pub(crate) mod nomination;
pub(crate) mod people;
pub(crate) mod programme;
pub(crate) mod roster;
pub(crate) mod space;
pub(crate) mod staged_start;
pub(crate) mod thanks;
pub(crate) mod visit;

use jiff::Timestamp;
use kit::{
    db::{
        row::from_json,
        time::{from_micros, to_micros},
    },
    error::Error,
    localize::Text,
};
pub(crate) use sea_orm::ConnectionTrait;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, sea_query::SelectStatement};

use self::entity::covered_team;

fn text(stored: &str) -> Result<Text, Error> {
    from_json(stored)
}

fn time(stored: Option<i64>) -> Option<Timestamp> {
    stored.map(from_micros)
}

fn micros(time: Option<Timestamp>) -> Option<i64> {
    time.map(to_micros)
}

/// The teams that a person covers, as part of another query.
fn covered_teams(organization: &str, person: &str) -> SelectStatement {
    covered_team::Entity::find()
        .select_only()
        .column(covered_team::Column::Team)
        .filter(covered_team::Column::Organization.eq(organization))
        .filter(covered_team::Column::Person.eq(person))
        .into_query()
}
