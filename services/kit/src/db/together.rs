//! Questions that go to the database together. On `SQLite` each way to it and back is a change of threads, which takes longer
//! than most questions; all of them go as one text there. `PostgreSQL` takes them one after the other.

use std::marker::PhantomData;

use sea_orm::{
    ConnectionTrait, DbBackend, EntityTrait, FromQueryResult, QueryResult, QueryTrait, Select, Statement,
    Value,
};

use super::sql::statement;
use crate::error::Error;

/// The column of the row that stands between two answers.
const END: &str = "together_end";

/// Some questions, of which none needs the answer to another.
#[derive(Debug)]
pub struct Together {
    backend: DbBackend,
    questions: Vec<Statement>,
}

/// A question that was put: its rows are [taken](Answers::take) from the answers.
#[derive(Debug)]
pub struct Asked<R> {
    place: usize,
    rows: PhantomData<fn() -> R>,
}

/// What was answered.
#[derive(Debug)]
pub struct Answers(Vec<Vec<QueryResult>>);

impl Together {
    /// No question yet.
    pub fn new<C: ConnectionTrait>(db: &C) -> Self {
        Self { backend: db.get_database_backend(), questions: Vec::new() }
    }

    /// Asks a statement with `$1`, `$2` … for its values.
    pub fn ask<R: FromQueryResult>(
        &mut self,
        sql: impl Into<String>,
        values: impl IntoIterator<Item = Value>,
    ) -> Asked<R> {
        self.put(Statement::from_sql_and_values(self.backend, sql, values))
    }

    /// Asks for rows of a table.
    pub fn select<E: EntityTrait>(&mut self, query: &Select<E>) -> Asked<E::Model> {
        self.put(query.build(self.backend))
    }

    fn put<R>(&mut self, question: Statement) -> Asked<R> {
        self.questions.push(question);
        Asked { place: self.questions.len() - 1, rows: PhantomData }
    }

    /// Reads all answers.
    pub async fn read<C: ConnectionTrait>(self, db: &C) -> Result<Answers, Error> {
        let mut answers = Vec::with_capacity(self.questions.len());
        if self.backend != DbBackend::Sqlite {
            for question in self.questions {
                answers.push(db.query_all_raw(question).await?);
            }
            return Ok(Answers(answers));
        }
        let (sql, values) = joined(self.questions);
        let mut rows = Vec::new();
        for row in db.query_all_raw(statement(db, sql, values)).await? {
            if row.column_names().first().is_some_and(|c| c == END) {
                answers.push(std::mem::take(&mut rows));
            } else {
                rows.push(row);
            }
        }
        Ok(Answers(answers))
    }
}

impl Answers {
    /// The rows of a question; none when they were taken before.
    #[expect(clippy::needless_pass_by_value, reason = "a question is answered once")]
    pub fn take<R: FromQueryResult>(&mut self, asked: Asked<R>) -> Result<Vec<R>, Error> {
        let rows = self.0.get_mut(asked.place).map(std::mem::take).unwrap_or_default();
        Ok(rows.iter().map(|row| R::from_query_result(row, "")).collect::<Result<_, _>>()?)
    }
}

/// One text of all questions, each followed by a row that ends its answer.
fn joined(questions: Vec<Statement>) -> (String, Vec<Value>) {
    let (mut sql, mut values) = (String::new(), Vec::new());
    for question in questions {
        renumber(&question.sql, values.len(), &mut sql);
        values.extend(question.values.into_iter().flat_map(|v| v.0));
        sql.push_str(";SELECT 1 AS ");
        sql.push_str(END);
        sql.push(';');
    }
    (sql, values)
}

/// Adds a statement whose values begin after so many others: `$2` or the second `?` after three is `$5`.
fn renumber(statement: &str, before: usize, sql: &mut String) {
    let mut quote = None;
    let mut unnumbered = 0;
    let mut chars = statement.chars().peekable();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (None, '$' | '?') => {
                let mut number = 0;
                while let Some(digit) = chars.peek().and_then(|d| d.to_digit(10)) {
                    number = number * 10 + digit as usize;
                    chars.next();
                }
                if number == 0 {
                    unnumbered += 1;
                    number = unnumbered;
                }
                sql.push('$');
                sql.push_str(&(before + number).to_string());
                continue;
            }
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
        sql.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::renumber;

    fn renumbered(statement: &str, before: usize) -> String {
        let mut sql = String::new();
        renumber(statement, before, &mut sql);
        sql
    }

    #[test]
    fn values_are_counted_on_and_texts_are_left_alone() {
        assert_eq!(renumbered("SELECT $2, $1, $10", 3), "SELECT $5, $4, $13");
        assert_eq!(renumbered("a = ? AND b IN (?, ?)", 2), "a = $3 AND b IN ($4, $5)");
        assert_eq!(renumbered(r#"SELECT '$1 ''?', "a?" = ?"#, 1), r#"SELECT '$1 ''?', "a?" = $2"#);
    }
}
