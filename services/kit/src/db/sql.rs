//! Statements that run on both databases.

use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement, Value};

use super::together::{Asked, Together};
use crate::error::Error;

/// How many values one statement takes at most; both databases allow more.
pub const MOST_VALUES: usize = 900;

/// A statement with `$1`, `$2` … for the values.
pub fn statement<C: ConnectionTrait>(
    db: &C,
    sql: impl Into<String>,
    values: impl IntoIterator<Item = Value>,
) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, values)
}

/// All rows.
pub async fn all<R, C>(
    db: &C,
    sql: impl Into<String>,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<R>, Error>
where
    R: FromQueryResult,
    C: ConnectionTrait,
{
    Ok(R::find_by_statement(statement(db, sql, values)).all(db).await?)
}

/// The first row.
pub async fn one<R, C>(
    db: &C,
    sql: impl Into<String>,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<R>, Error>
where
    R: FromQueryResult,
    C: ConnectionTrait,
{
    Ok(R::find_by_statement(statement(db, sql, values)).one(db).await?)
}

/// Writes; answers how many rows it touched.
pub async fn execute<C: ConnectionTrait>(
    db: &C,
    sql: impl Into<String>,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, Error> {
    Ok(db.execute_raw(statement(db, sql, values)).await?.rows_affected())
}

/// The number that a `SELECT count(*)` answers.
pub async fn count<C: ConnectionTrait>(
    db: &C,
    sql: impl Into<String>,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, Error> {
    let row = db.query_one_raw(statement(db, sql, values)).await?;
    let number: i64 = row.map(|r| r.try_get_by_index(0)).transpose()?.unwrap_or_default();
    Ok(u64::try_from(number).unwrap_or(0))
}

/// Inserts many rows with few statements, `INSERT INTO {into} VALUES (…), (…) {tail}`; answers how many it wrote.
pub async fn insert<C: ConnectionTrait>(
    db: &C,
    into: &str,
    rows: Vec<Vec<Value>>,
    tail: &str,
) -> Result<u64, Error> {
    let width = rows.first().map_or(1, Vec::len).max(1);
    // For each value that it binds, the driver asks SQLite for the name of its place, and SQLite looks through all names:
    // with `$1` … `$900` that takes half of the time of a statement, and places without a name have none to look through.
    let named = db.get_database_backend() != DbBackend::Sqlite;
    let mut written = 0;
    for chunk in rows.chunks((MOST_VALUES / width).max(1)) {
        let mut sql = format!("INSERT INTO {into} VALUES ");
        for row in 0..chunk.len() {
            sql.push_str(if row == 0 { "(" } else { ",(" });
            if named {
                sql.push_str(&placeholders(row * width + 1, width));
            } else {
                sql.push_str(&vec!["?"; width].join(","));
            }
            sql.push(')');
        }
        sql.push(' ');
        sql.push_str(tail);
        written += execute(db, sql, chunk.iter().flatten().cloned()).await?;
    }
    Ok(written)
}

/// `$first,$first+1,…` for `count` values.
pub fn placeholders(first: usize, count: usize) -> String {
    (first..first + count).map(|n| format!("${n}")).collect::<Vec<_>>().join(",")
}

/// A limit or an offset as both databases take it.
pub fn number(value: u64) -> Value {
    i64::try_from(value).unwrap_or(i64::MAX).into()
}

/// A query that is put together of the conditions that were asked for.
pub struct Query {
    sql: String,
    values: Vec<Value>,
}

impl Query {
    /// Begins with `… WHERE organization = $1`.
    pub fn new(sql: String, organization: &str) -> Self {
        Self { sql, values: vec![organization.into()] }
    }

    /// Adds text without a value.
    pub fn text(&mut self, text: &str) {
        self.sql.push_str(text);
    }

    /// Adds `before`, a value, and `after`.
    pub fn value(&mut self, before: &str, value: impl Into<Value>, after: &str) {
        self.values.push(value.into());
        let number = self.values.len().to_string();
        for piece in [before, "$", &number, after] {
            self.sql.push_str(piece);
        }
    }

    /// Adds `before`, values with commas between, and `after`; without values NULL, which is in no list.
    pub fn list<'a>(&mut self, before: &str, values: impl IntoIterator<Item = &'a str>, after: &str) {
        self.sql.push_str(before);
        let mut values = values.into_iter().peekable();
        if values.peek().is_none() {
            self.text("NULL");
        }
        for (number, value) in values.enumerate() {
            self.value(if number > 0 { "," } else { "" }, value, "");
        }
        self.sql.push_str(after);
    }

    /// Adds `ORDER BY … LIMIT …` and answers the rows.
    pub async fn page<R, C>(self, db: &C, order: &str, limit: u64) -> Result<Vec<R>, Error>
    where
        R: FromQueryResult,
        C: ConnectionTrait,
    {
        let whole = self.limited(order, limit);
        all(db, &whole.sql, whole.values).await
    }

    /// Adds `ORDER BY … LIMIT …` and asks for the rows, beside others.
    pub fn ask<R: FromQueryResult>(self, together: &mut Together, order: &str, limit: u64) -> Asked<R> {
        let whole = self.limited(order, limit);
        together.ask(whole.sql, whole.values)
    }

    fn limited(mut self, order: &str, limit: u64) -> Self {
        self.value(&format!(" ORDER BY {order} LIMIT "), number(limit), "");
        self
    }
}
