//! Statements that go to the database together, as a transaction of their own: on `SQLite` each way to it and back is a
//! change of threads, which for a few rows takes longer than writing them.

use sea_orm::{
    ConnectionTrait, DbBackend,
    sqlx::{self, AssertSqlSafe, Sqlite, pool::PoolConnection},
};

use super::{Db, Tx};
use crate::error::Error;

/// Characters that go at once at most; a single statement may be longer.
const LENGTH: usize = 256 * 1024;

/// Some statements. They carry their values in their text: only numbers and hashes may be put in, never a text from
/// outside.
#[derive(Debug, Clone, Default)]
pub struct Script {
    parts: Vec<String>,
}

impl Script {
    /// Adds a statement.
    pub fn push(&mut self, statement: &str) {
        match self.parts.last_mut() {
            Some(part) if part.len() + statement.len() <= LENGTH => part.push_str(statement),
            _ => self.parts.push(statement.to_owned()),
        }
        if let Some(part) = self.parts.last_mut() {
            part.push(';');
        }
    }

    /// Runs the statements in a transaction, beside others.
    pub async fn run_in(self, tx: &Tx) -> Result<(), Error> {
        for part in self.parts {
            tx.execute_unprepared(&part).await?;
        }
        Ok(())
    }
}

impl Db {
    /// Runs all statements or none. Nobody is woken to look at the outbox, so nothing may be put into it.
    pub async fn run(&self, script: Script) -> Result<(), Error> {
        if script.parts.is_empty() {
            return Ok(());
        }
        if self.backend() == DbBackend::Sqlite {
            return self.run_on_sqlite(script).await.map_err(|e| Error::internal(format!("database: {e}")));
        }
        let tx = self.begin().await?;
        script.run_in(&tx).await?;
        tx.commit_quietly().await
    }

    async fn run_on_sqlite(&self, mut script: Script) -> Result<(), sqlx::Error> {
        if let Some(first) = script.parts.first_mut() {
            first.insert_str(0, "BEGIN IMMEDIATE;");
        }
        if let Some(last) = script.parts.last_mut() {
            last.push_str("COMMIT;");
        }
        let pool = self.write.get_sqlite_connection_pool();
        let mut open = Open { connection: pool.acquire().await?, is_over: false };
        for part in script.parts {
            if let Err(error) = open.execute(part).await {
                // It fails where the database has undone everything already, which is as well.
                let _ = open.execute("ROLLBACK".to_owned()).await;
                open.is_over = true;
                return Err(error);
            }
        }
        open.is_over = true;
        Ok(())
    }
}

/// A connection with a transaction that may be left open when whoever waits for it goes away; then it is closed.
struct Open {
    connection: PoolConnection<Sqlite>,
    is_over: bool,
}

impl Open {
    async fn execute(&mut self, sql: String) -> Result<(), sqlx::Error> {
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *self.connection).await.map(drop)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        if !self.is_over {
            self.connection.close_on_drop();
        }
    }
}
