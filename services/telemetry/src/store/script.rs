//! Statements that go to the database together: on `SQLite` each way to it and back is a change of threads, which for a
//! few rows takes longer than writing them.
//!
//! They carry their values in their text. So only numbers and hashes can be put in, never a text from outside.

use kit::{db::Tx, error::Error};
use sea_orm::{ConnectionTrait, DbBackend};

use super::event::EventHash;

/// Characters that go together at most; a single statement may be longer.
const LENGTH: usize = 256 * 1024;

/// Some statements.
#[derive(Debug)]
pub struct Script {
    backend: DbBackend,
    statements: Vec<String>,
}

impl Script {
    /// An empty script for the database of a transaction.
    pub fn new(tx: &Tx) -> Self {
        Self { backend: tx.get_database_backend(), statements: Vec::new() }
    }

    /// Adds `head (value, …), (value, …) tail`.
    pub(super) fn rows(&mut self, head: &str, rows: impl Iterator<Item = String>, tail: &str) {
        let rows: Vec<String> = rows.map(|r| format!("({r})")).collect();
        if !rows.is_empty() {
            self.statements.push(format!("{head} {} {tail}", rows.join(",")));
        }
    }

    /// A hash as this database writes bytes.
    pub(super) fn hash(&self, hash: &EventHash) -> String {
        let number = u128::from_be_bytes(*hash);
        match self.backend {
            DbBackend::Sqlite => format!("X'{number:032x}'"),
            _ => format!("'\\x{number:032x}'"),
        }
    }

    /// Runs the statements, in their order.
    pub async fn run(self, tx: &Tx) -> Result<(), Error> {
        let mut together = String::new();
        for statement in self.statements {
            if !together.is_empty() && together.len() + statement.len() > LENGTH {
                tx.execute_unprepared(&together).await?;
                together.clear();
            }
            together.push_str(&statement);
            together.push(';');
        }
        if !together.is_empty() {
            tx.execute_unprepared(&together).await?;
        }
        Ok(())
    }
}
