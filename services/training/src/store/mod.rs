//! What this service keeps. The only place that names `sea_orm`; the organization is the first argument of every query.

pub(crate) mod article;
pub(crate) mod assignment;
pub(crate) mod attempt;
pub(crate) mod calendars;
pub(crate) mod candidates;
pub(crate) mod certificate;
pub(crate) mod completion;
pub(crate) mod course;
pub(crate) mod curriculum;
pub(crate) mod enrollment;
mod entity;
pub(crate) mod excuse;
pub(crate) mod held;
pub(crate) mod help;
pub(crate) mod migration;
pub(crate) mod progress;
pub(crate) mod rating;
pub(crate) mod roster;
pub(crate) mod version;

use jiff::Timestamp;
use kit::{
    db::{
        row::{CHUNK, containing, from_json, int, json, put, uint},
        time::{from_micros, to_micros},
    },
    error::Error,
    localize::Text,
};
pub(crate) use sea_orm::ConnectionTrait;

fn text(stored: &str) -> Result<Text, Error> {
    from_json(stored)
}

fn time(stored: Option<i64>) -> Option<Timestamp> {
    stored.map(from_micros)
}

fn micros(time: Option<Timestamp>) -> Option<i64> {
    time.map(to_micros)
}
