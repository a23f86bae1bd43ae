//! Rows: written whole, found in bounded steps, with values that no column type fits as JSON.

use sea_orm::{
    ConnectionTrait, EntityTrait, IdenStatic, IntoActiveModel, Iterable, PrimaryKeyToColumn,
    sea_query::{LikeExpr, OnConflict},
};

use crate::error::Error;

/// How many values one `IN (…)` takes; both databases allow more.
pub const CHUNK: usize = 1_000;

/// Writes a row, new or not.
pub async fn put<E, C>(db: &C, row: E::Model) -> Result<(), Error>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    C: ConnectionTrait,
{
    let keys: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
    let is_key = |c: &E::Column| keys.iter().any(|k| k.as_str() == c.as_str());
    let others: Vec<E::Column> = E::Column::iter().filter(|c| !is_key(c)).collect();
    let mut conflict = OnConflict::columns(keys.clone());
    if others.is_empty() {
        conflict.do_nothing();
    } else {
        conflict.update_columns(others);
    }
    E::insert(row.into_active_model()).on_conflict(conflict).exec_without_returning(db).await?;
    Ok(())
}

/// A value as it is stored.
pub fn json<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    Ok(serde_json::to_string(value)?)
}

/// A stored value.
pub fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Error> {
    Ok(serde_json::from_str(text)?)
}

/// A count as it is stored.
pub fn int(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A stored count; never negative.
pub fn uint(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// A pattern that finds a normalised text anywhere; `%` and `_` stand for themselves.
pub fn containing(words: &str) -> LikeExpr {
    let escaped = words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{escaped}%")).escape('\\')
}
