//! What this service keeps. The only place that names `sea_orm`; the organization is the first argument of every query.

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
pub(crate) mod help;
pub(crate) mod migration;
pub(crate) mod progress;
pub(crate) mod rating;
pub(crate) mod roster;
pub(crate) mod version;

use jiff::Timestamp;
use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
    localize::Text,
};
pub(crate) use sea_orm::ConnectionTrait;
use sea_orm::{
    EntityTrait, IdenStatic, IntoActiveModel, Iterable, PrimaryKeyToColumn, sea_query::OnConflict,
};

/// How many values one `IN (…)` takes; both databases allow more.
const CHUNK: usize = 1_000;

/// Writes a row, new or not.
async fn put<E, C>(db: &C, row: E::Model) -> Result<(), Error>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    C: ConnectionTrait,
{
    let keys: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
    let is_key = |c: &E::Column| keys.iter().any(|k| k.as_str() == c.as_str());
    let others: Vec<E::Column> = E::Column::iter().filter(|c| !is_key(c)).collect();
    let conflict = OnConflict::columns(keys.clone()).update_columns(others).to_owned();
    E::insert(row.into_active_model()).on_conflict(conflict).exec_without_returning(db).await?;
    Ok(())
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    Ok(serde_json::to_string(value)?)
}

fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Error> {
    Ok(serde_json::from_str(text)?)
}

fn text(stored: &str) -> Result<Text, Error> {
    from_json(stored)
}

fn time(stored: Option<i64>) -> Option<Timestamp> {
    stored.map(from_micros)
}

fn micros(time: Option<Timestamp>) -> Option<i64> {
    time.map(to_micros)
}

/// A count as it is stored.
fn int(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A stored count; never negative.
fn uint(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// A pattern that finds a normalised text anywhere; `%` and `_` stand for themselves.
fn containing(words: &str) -> sea_orm::sea_query::LikeExpr {
    let escaped = words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    sea_orm::sea_query::LikeExpr::new(format!("%{escaped}%")).escape('\\')
}
