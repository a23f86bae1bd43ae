//! What this service keeps. The only place that names `sea_orm`; the organization is the first argument of every query.

pub(crate) mod agenda;
pub(crate) mod asking_team;
pub(crate) mod blur;
pub(crate) mod committee;
pub(crate) mod days;
mod entity;
pub(crate) mod held;
pub(crate) mod meeting;
pub(crate) mod migration;
pub(crate) mod minutes;
pub(crate) mod outcome;
pub(crate) mod poll;
pub(crate) mod proposal;
pub(crate) mod proposal_attachment;
pub(crate) mod proposal_change;
pub(crate) mod proposal_comment;
pub(crate) mod proposal_find;
pub(crate) mod proposal_people;
pub(crate) mod proposal_report;
pub(crate) mod proposal_tag;
pub(crate) mod pulse;
pub(crate) mod pulse_reply;
pub(crate) mod pulse_round;

use kit::db::{
    row::{CHUNK, from_json, int, json, put, uint},
    sql::{count, execute, number as limit, placeholders, statement},
};
pub(crate) use sea_orm::ConnectionTrait;

/// The value of a word that was kept.
fn word<T>(value: Option<T>) -> Result<T, kit::error::Error> {
    value.ok_or_else(|| kit::error::Error::internal("a word that was kept is not known"))
}
