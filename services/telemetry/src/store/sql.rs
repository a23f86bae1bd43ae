//! Statements that run on both databases.

use kit::error::Error;
use sea_orm::{ConnectionTrait, Statement, Value};

/// The most values that one statement carries.
pub(super) const CHUNK: usize = 500;

/// A statement with `$1`, `$2` … for the values.
pub(super) fn statement<C: ConnectionTrait>(
    db: &C,
    sql: impl Into<String>,
    values: impl IntoIterator<Item = Value>,
) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, values)
}

/// Runs a statement that writes; answers how many rows it touched.
pub(super) async fn execute<C: ConnectionTrait>(
    db: &C,
    sql: impl Into<String>,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, Error> {
    Ok(db.execute_raw(statement(db, sql, values)).await?.rows_affected())
}

/// `$first,$first+1,…` for `count` values.
pub(super) fn placeholders(first: usize, count: usize) -> String {
    (first..first + count).map(|n| format!("${n}")).collect::<Vec<_>>().join(",")
}

/// `($1,$2),($3,$4)…`: `rows` rows of `columns` values.
pub(super) fn rows_of(rows: usize, columns: usize) -> String {
    let mut out = String::with_capacity(rows * columns * 5);
    let mut next = 1;
    for row in 0..rows {
        out.push_str(if row == 0 { "(" } else { ",(" });
        for column in 0..columns {
            out.push_str(if column == 0 { "$" } else { ",$" });
            out.push_str(&next.to_string());
            next += 1;
        }
        out.push(')');
    }
    out
}

/// An ordinal as it is read.
pub(super) fn ordinal(value: i64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// A day as it is read.
pub(super) fn day(value: i64) -> i32 {
    i32::try_from(value).unwrap_or_default()
}

/// A count as it is read.
pub(super) fn count(value: i64) -> u64 {
    u64::try_from(value).unwrap_or_default()
}

/// A count as it is written.
pub(super) fn number(value: u64) -> Value {
    i64::try_from(value).unwrap_or(i64::MAX).into()
}
