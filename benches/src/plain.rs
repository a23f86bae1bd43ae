//! What Hamgam is compared with when it writes: bare rusqlite, the same rows, the same journal and sync settings.

use std::path::Path;

use rusqlite::{Connection, params};

use crate::ingestion::Act;

/// A database with one table of events, unique by id.
pub(crate) struct Plain(Connection);

const INSERT: &str = "INSERT INTO usage_event (event_id, time, external_id, feature) VALUES (?1, ?2, ?3, ?4) \
                      ON CONFLICT DO NOTHING";

impl Plain {
    /// A new database in a folder. WAL and `synchronous=FULL`, as Hamgam's.
    pub(crate) fn create(folder: &Path) -> rusqlite::Result<Self> {
        let connection = Connection::open(folder.join("plain.sqlite"))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "cache_size", -16_000)?;
        connection.execute_batch(
            "CREATE TABLE usage_event (event_id TEXT PRIMARY KEY, time INTEGER NOT NULL, external_id TEXT NOT NULL, \
             feature TEXT NOT NULL) WITHOUT ROWID",
        )?;
        Ok(Self(connection))
    }

    /// Writes the acts in transactions of `size`.
    pub(crate) fn write(&mut self, acts: &[Act], size: usize) -> rusqlite::Result<()> {
        for batch in acts.chunks(size) {
            let tx = self.0.transaction()?;
            {
                let mut insert = tx.prepare_cached(INSERT)?;
                for act in batch {
                    insert.execute(params![act.id, act.seconds, act.external_id, act.feature])?;
                }
            }
            tx.commit()?;
        }
        Ok(())
    }
}
