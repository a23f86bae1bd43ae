//! Working on a file in the background: reading it on a thread of its own, and telling meanwhile how far it has come.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use proto::imports::v1::ImportState;
use tokio::time::{MissedTickBehavior, interval};

use super::{
    Field, Mapped, Row, Table,
    errors::ErrorList,
    store::{self as files, Stored},
};
use crate::{
    db::Db,
    error::Error,
    violation::{Rule, Violations},
};

/// How often the progress is written down while a file is read.
const TELL_EVERY: Duration = Duration::from_millis(300);

/// How far the reading of a file has come.
#[derive(Debug, Clone, Default)]
pub struct Meter(Arc<AtomicU64>);

impl Meter {
    /// One row more.
    pub fn step(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn steps(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A dry run goes over a file in several passes of the same weight; this tells how many rows that makes. It tells nothing
/// while an import is applied: `rows_done` then says what is written.
#[derive(Debug, Clone, Copy)]
pub struct Passes<'a> {
    /// Where the import is.
    pub db: &'a Db,
    /// Whose it is.
    pub organization: &'a str,
    /// The import as it was when the work began.
    pub import: &'a Stored,
    /// How many passes there are.
    pub count: u64,
}

impl Passes<'_> {
    /// Writes down that `before` passes are over, and of the next one so many rows.
    pub async fn tell(&self, before: u64, rows: u64) -> Result<(), Error> {
        if self.import.message.state() != ImportState::Checking {
            return Ok(());
        }
        let total = self.import.message.rows_total.unsigned_abs();
        let done = (before * total + rows.min(total)) / self.count.max(1);
        let tx = self.db.begin().await?;
        let Some(mut now) = files::load(&tx, self.organization, &self.import.id).await? else {
            return Ok(());
        };
        if now.is_same_work(self.import) {
            now.message.rows_done = i64::try_from(done).unwrap_or(i64::MAX);
            files::save(&tx, self.organization, &now).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// The first pass: does `read` on a thread that may be busy for a while.
    pub async fn read<T, F>(&self, read: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&Meter) -> Result<T, Error> + Send + 'static,
    {
        let meter = Meter::default();
        let reader = meter.clone();
        let mut reading = tokio::task::spawn_blocking(move || read(&reader));
        let mut ticks = interval(TELL_EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        ticks.tick().await; // the first one comes at once
        loop {
            tokio::select! {
                found = &mut reading => return found.map_err(Error::internal)?,
                _ = ticks.tick() => self.tell(0, meter.steps()).await?,
            }
        }
    }
}

/// The rows of a file that was looked at before, with the mapping that was checked for it.
#[derive(Debug)]
pub struct Sheet {
    table: Table,
    mapped: Mapped,
}

impl Sheet {
    /// Opens the content of an import.
    pub fn open(content: Vec<u8>, import: &Stored, fields: &[Field]) -> Result<Self, Error> {
        let table = Table::read(content)
            .map_err(|problem| Error::internal(format!("a file that was read before: {problem:?}")))?;
        let mapping = import.message.mapping.clone().unwrap_or_default();
        let mut violations = Violations::new(import.language);
        let mapped = Mapped::resolve(&mapping, table.columns(), fields, &mut violations);
        violations.check()?;
        Ok(Self { table, mapped })
    }

    /// Where the values come from.
    pub fn mapped(&self) -> &Mapped {
        &self.mapped
    }

    /// Gives each row with its number to `take`; what cannot be read, and what is beyond the `most` rows that a file may
    /// have, goes into the errors. Answers how many rows there are.
    pub fn each(
        &self,
        most: u64,
        meter: &Meter,
        errors: &mut ErrorList,
        mut take: impl FnMut(u64, &Row<'_>, &mut ErrorList),
    ) -> u64 {
        let mut rows = 0;
        for row in self.table.rows() {
            rows += 1;
            meter.step();
            match row {
                Ok(row) if rows > most => errors.add(row.line, "", "", Rule::TooMany { max: most }),
                Ok(row) => take(rows, &row, errors),
                Err(problem) => errors.add_problem(problem),
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use proto::imports::v1::ImportMapping;

    use super::*;
    use crate::{
        localize::Language,
        testing::{World, beginning},
    };

    async fn begun(db: &Db, state: ImportState) -> Stored {
        let mut import = files::create("a", "usage", "u.csv", Language::En, "", beginning());
        import.message.rows_total = 1_000;
        import.message.set_state(state);
        let tx = db.begin().await.unwrap();
        files::save(&tx, "o", &import).await.unwrap();
        tx.commit().await.unwrap();
        import
    }

    async fn rows_done(db: &Db) -> i64 {
        files::load(db.read(), "o", "a").await.unwrap().unwrap().message.rows_done
    }

    #[tokio::test]
    async fn a_dry_run_tells_how_far_it_is_while_it_reads() {
        let world = World::new().await;
        let db =
            Db::open(&world.context.config.database, "imports", crate::imports::migrations).await.unwrap();
        let import = begun(&db, ImportState::Checking).await;
        let passes = Passes { db: &db, organization: "o", import: &import, count: 2 };
        let (seen, wait) = std::sync::mpsc::channel();
        let read = passes.read(move |meter| {
            (0..500).for_each(|_| meter.step());
            // The reader is in the middle of the file until somebody has seen that.
            wait.recv().map_err(Error::internal)
        });
        let watch = async {
            while rows_done(&db).await == 0 {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            assert_eq!(rows_done(&db).await, 250, "half of the first of two passes");
            seen.send(()).unwrap();
        };
        let (read, ()) = tokio::join!(read, watch);
        read.unwrap();
        passes.tell(1, 500).await.unwrap();
        assert_eq!(rows_done(&db).await, 750);
    }

    #[tokio::test]
    async fn nothing_is_told_of_work_that_is_no_longer_asked_for_or_of_writing() {
        let world = World::new().await;
        let db =
            Db::open(&world.context.config.database, "imports", crate::imports::migrations).await.unwrap();
        let import = begun(&db, ImportState::Checking).await;
        let mut other = import.clone();
        other.message.mapping = Some(ImportMapping::default());
        let tx = db.begin().await.unwrap();
        files::save(&tx, "o", &other).await.unwrap();
        tx.commit().await.unwrap();
        Passes { db: &db, organization: "o", import: &import, count: 1 }.tell(0, 10).await.unwrap();
        assert_eq!(rows_done(&db).await, 0, "another mapping was asked for meanwhile");

        let import = begun(&db, ImportState::Applying).await;
        Passes { db: &db, organization: "o", import: &import, count: 1 }.tell(0, 10).await.unwrap();
        assert_eq!(rows_done(&db).await, 0, "rows_done says there what is written");
    }
}
