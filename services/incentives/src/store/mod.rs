//! What this service keeps. The only place that names `sea_orm`; the organization is the first argument of every query.

pub(crate) mod award;
pub(crate) mod budget;
pub(crate) mod challenge;
mod entity;
pub(crate) mod figures;
pub(crate) mod held;
pub(crate) mod migration;
pub(crate) mod rate;
pub(crate) mod recognition;
pub(crate) mod redemption;
pub(crate) mod reward;
pub(crate) mod roster;
pub(crate) mod value;
pub(crate) mod wall;

use jiff::Timestamp;
use kit::{
    db::{
        row::{CHUNK, from_json, int, json, put, uint},
        time::{from_micros, to_micros},
    },
    error::Error,
    localize::Text,
};
pub(crate) use sea_orm::ConnectionTrait;
use sea_orm::{EntityTrait, IntoActiveModel};

use crate::domain::{currency::Currency, money::Money};

/// How many rows go into one statement; both databases take more values.
const ROWS: usize = 50;

/// Writes new rows.
async fn add<E, C>(db: &C, rows: Vec<E::Model>) -> Result<(), Error>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    C: ConnectionTrait,
{
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model).peekable();
    while rows.peek().is_some() {
        let chunk: Vec<E::ActiveModel> = rows.by_ref().take(ROWS).collect();
        E::insert_many(chunk).exec_without_returning(db).await?;
    }
    Ok(())
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

/// A place in a list as it is stored.
fn seq(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX)
}

/// Stored money.
fn money(currency: &str, minor: i64) -> Result<Money, Error> {
    let currency = Currency::of(currency)
        .ok_or_else(|| Error::internal(format!("a stored currency is unknown: {currency}")))?;
    Ok(Money::new(currency, minor))
}
