//! Statements that run on both databases, and the ids inside resource names.

use sea_orm::{ConnectionTrait, DbErr, Statement, Value};

/// How many values one `IN (…)` takes at most; both databases allow more.
pub(super) const CHUNK: usize = 500;

/// A statement with `$1`, `$2` … for the values.
pub(super) fn statement<C: ConnectionTrait>(db: &C, sql: impl Into<String>, values: Vec<Value>) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, values)
}

/// Runs a statement that writes; answers how many rows it touched.
pub(super) async fn execute<C: ConnectionTrait>(db: &C, sql: &str, values: Vec<Value>) -> Result<u64, DbErr> {
    Ok(db.execute_raw(statement(db, sql, values)).await?.rows_affected())
}

/// `$first, $first+1, …` for `count` values.
pub(super) fn placeholders(first: usize, count: usize) -> String {
    let mut out = String::with_capacity(count * 5);
    for i in 0..count {
        if i > 0 {
            out.push(',');
        }
        out.push('$');
        out.push_str(&(first + i).to_string());
    }
    out
}

/// The last id of a resource name: `t` of `organizations/o/teams/t`. Empty for an empty name.
pub(super) fn last_id(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or_default()
}

/// The same, `None` for an empty name.
pub(super) fn last_id_if_any(name: &str) -> Option<String> {
    Some(last_id(name)).filter(|id| !id.is_empty()).map(str::to_owned)
}
