//! Statements that run on both databases.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement, Value};

/// How many values one statement takes at most.
const MOST_VALUES: usize = 900;

/// A statement with `$1`, `$2` … for the values.
fn statement<C: ConnectionTrait>(db: &C, sql: &str, values: Vec<Value>) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, values)
}

/// All rows.
pub(super) async fn all<R, C>(db: &C, sql: &str, values: Vec<Value>) -> Result<Vec<R>, DbErr>
where
    R: FromQueryResult,
    C: ConnectionTrait,
{
    R::find_by_statement(statement(db, sql, values)).all(db).await
}

/// The first row.
pub(super) async fn one<R, C>(db: &C, sql: &str, values: Vec<Value>) -> Result<Option<R>, DbErr>
where
    R: FromQueryResult,
    C: ConnectionTrait,
{
    R::find_by_statement(statement(db, sql, values)).one(db).await
}

/// Writes; answers how many rows it touched.
pub(super) async fn execute<C: ConnectionTrait>(db: &C, sql: &str, values: Vec<Value>) -> Result<u64, DbErr> {
    Ok(db.execute_raw(statement(db, sql, values)).await?.rows_affected())
}

/// Inserts many rows with few statements, `INSERT INTO {into} VALUES (…), (…) {tail}`; answers how many it wrote.
pub(super) async fn insert<C: ConnectionTrait>(
    db: &C,
    into: &str,
    rows: Vec<Vec<Value>>,
    tail: &str,
) -> Result<u64, DbErr> {
    let width = rows.first().map_or(1, Vec::len).max(1);
    // For each value that it binds, the driver asks SQLite for the name of its place, and SQLite looks through all names:
    // with `$1` … `$900` that takes half of the time of a statement, and places without a name have none to look through.
    let named = db.get_database_backend() != DbBackend::Sqlite;
    let mut written = 0;
    for chunk in rows.chunks(MOST_VALUES / width) {
        let mut sql = format!("INSERT INTO {into} VALUES ");
        for row in 0..chunk.len() {
            if row > 0 {
                sql.push(',');
            }
            sql.push('(');
            if named {
                sql.push_str(&placeholders(row * width + 1, width));
            } else {
                sql.push_str(&vec!["?"; width].join(","));
            }
            sql.push(')');
        }
        sql.push(' ');
        sql.push_str(tail);
        written += execute(db, &sql, chunk.iter().flatten().cloned().collect()).await?;
    }
    Ok(written)
}

/// `$first, $first+1, …` for `count` values.
pub(super) fn placeholders(first: usize, count: usize) -> String {
    (first..first + count).map(|i| format!("${i}")).collect::<Vec<_>>().join(",")
}

/// A query that is put together of the conditions that were asked for.
pub(super) struct Query {
    sql: String,
    values: Vec<Value>,
}

impl Query {
    /// Begins with `… WHERE organization = $1`.
    pub(super) fn new(sql: String, organization: &str) -> Self {
        Self { sql, values: vec![organization.into()] }
    }

    /// Adds text without a value.
    pub(super) fn text(&mut self, text: &str) {
        self.sql.push_str(text);
    }

    /// Adds `before`, a value, and `after`.
    pub(super) fn value(&mut self, before: &str, value: impl Into<Value>, after: &str) {
        self.values.push(value.into());
        let number = self.values.len().to_string();
        for piece in [before, "$", &number, after] {
            self.sql.push_str(piece);
        }
    }

    /// Adds `before`, values with commas between, and `after`.
    pub(super) fn list<'a>(&mut self, before: &str, values: impl IntoIterator<Item = &'a str>, after: &str) {
        self.sql.push_str(before);
        for (number, value) in values.into_iter().enumerate() {
            self.value(if number > 0 { "," } else { "" }, value, "");
        }
        self.sql.push_str(after);
    }

    /// Adds `ORDER BY … LIMIT …` and answers the rows.
    pub(super) async fn page<R, C>(mut self, db: &C, order: &str, limit: u64) -> Result<Vec<R>, DbErr>
    where
        R: FromQueryResult,
        C: ConnectionTrait,
    {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.value(&format!(" ORDER BY {order} LIMIT "), limit, "");
        all(db, &self.sql, self.values).await
    }
}

/// Ids as one text; ids hold no commas.
pub(super) fn join(ids: &[String]) -> String {
    ids.join(",")
}

/// The ids of a text.
pub(super) fn split(ids: &str) -> Vec<String> {
    ids.split(',').filter(|i| !i.is_empty()).map(str::to_owned).collect()
}
