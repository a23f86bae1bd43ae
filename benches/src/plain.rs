//! What Hamgam is compared with when it writes: bare rusqlite, the same rows, the same journal and sync settings.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, params};

use crate::ingestion::Act;

/// A database with one table of events, unique by id.
pub(crate) struct Plain {
    connection: Connection,
    file: PathBuf,
}

/// The page cache, as Hamgam's; `SQLite` takes a negative number for KiB.
const CACHE_KIB: i64 = -16_000;

/// Pages in the write-ahead log from which on they are moved into the file, as Hamgam's.
const LOGGED: u32 = 4_000;

const INSERT: &str = "INSERT INTO usage_event (event_id, time, external_id, feature) VALUES (?1, ?2, ?3, ?4) \
                      ON CONFLICT DO NOTHING";

impl Plain {
    /// A new database in a folder. WAL and `synchronous=FULL`, as Hamgam's.
    pub(crate) fn create(folder: &Path) -> rusqlite::Result<Self> {
        let file = folder.join("plain.sqlite");
        let plain = Self { connection: Connection::open(&file)?, file };
        plain.as_hamgam()?;
        plain.connection.execute_batch(
            "CREATE TABLE usage_event (event_id TEXT PRIMARY KEY, time INTEGER NOT NULL, external_id TEXT NOT NULL, \
             feature TEXT NOT NULL) WITHOUT ROWID",
        )?;
        Ok(plain)
    }

    fn as_hamgam(&self) -> rusqlite::Result<()> {
        self.connection.pragma_update(None, "journal_mode", "WAL")?;
        self.connection.pragma_update(None, "synchronous", "FULL")?;
        self.connection.pragma_update(None, "wal_autocheckpoint", LOGGED)?;
        self.connection.pragma_update(None, "cache_size", CACHE_KIB)
    }

    /// Fills up as fast as it goes, which is not measured: in order, without a journal. The tree becomes what it would
    /// have become, as it takes rows everywhere. Then all of it is on disk, or the next one to sync would wait for it.
    pub(crate) fn fill(&mut self, acts: &mut [Act]) -> anyhow::Result<()> {
        acts.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        self.connection.pragma_update(None, "journal_mode", "OFF")?;
        self.connection.pragma_update(None, "synchronous", "OFF")?;
        self.connection.pragma_update(None, "cache_size", CACHE_KIB * 32)?;
        self.write(acts, acts.len().max(1))?;
        File::open(&self.file)?.sync_all()?;
        Ok(self.as_hamgam()?)
    }

    /// Writes the acts in transactions of `size`.
    pub(crate) fn write(&mut self, acts: &[Act], size: usize) -> rusqlite::Result<()> {
        for batch in acts.chunks(size) {
            let tx = self.connection.transaction()?;
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
