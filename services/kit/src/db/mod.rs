//! A service's own database: an `SQLite` file, or a schema of a `PostgreSQL` database.
//!
//! `SQLite` has one writer connection and several readers, so writers queue in the pool and never meet `SQLITE_BUSY`
//! among themselves; WAL with `synchronous=FULL`, because a power cut loses acknowledged writes with NORMAL.
//! On `PostgreSQL` a write transaction takes the service's advisory lock, so that what a handler decided on what it
//! loaded is still true when it commits, exactly as on `SQLite`.

pub mod row;
mod script;
pub mod sql;
pub mod time;
mod together;
mod tx;

use std::{num::NonZero, path::PathBuf, sync::Arc, time::Duration};

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement, TransactionTrait,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use sea_orm_migration::{MigrationTrait, MigratorTraitSelf};
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

pub use self::{
    script::Script,
    together::{Answers, Asked, Together},
    tx::Tx,
};
use crate::error::Error;

/// How much of a file is mapped into memory, in bytes; the rest is read page by page.
const MAPPED: &str = "1073741824";

/// Pages in the write-ahead log from which on a commit moves them into the file: 16 MiB, so that the pages that are written
/// again and again are moved once for many commits.
const LOGGED: &str = "4000";

/// Where the services keep their data.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DbConfig {
    /// `sqlite:FOLDER` (a file per service in it) or `postgres://user:password@host/database` (a schema per service).
    pub url: String,
    /// Connections that read at the same time. By default as many as there are processors, 2 to 8: each keeps pages and
    /// prepared statements of its own, so that more of them know less.
    pub readers: u32,
}

impl Default for DbConfig {
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(2, NonZero::get);
        Self { url: "sqlite:data".into(), readers: u32::try_from(processors).unwrap_or(8).clamp(2, 8) }
    }
}

/// A service's own database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    write: DatabaseConnection,
    read: DatabaseConnection,
    schema: Arc<str>,
    committed: Arc<Notify>,
}

impl Db {
    /// Opens the database of the service `schema` and brings its tables up to date: kit's own first, then `migrations`.
    pub async fn open(
        config: &DbConfig,
        schema: &str,
        migrations: fn() -> Vec<Box<dyn MigrationTrait>>,
    ) -> Result<Self, Error> {
        let (write, read) = if let Some(folder) = config.url.strip_prefix("sqlite:") {
            open_sqlite(PathBuf::from(folder), schema, config.readers).await?
        } else {
            open_postgres(&config.url, schema, config.readers).await?
        };
        let db = Self { write, read, schema: schema.into(), committed: Arc::new(Notify::new()) };
        db.migrate(migrations).await?;
        Ok(db)
    }

    async fn migrate(&self, migrations: fn() -> Vec<Box<dyn MigrationTrait>>) -> Result<(), Error> {
        Migrations(migrations).up(&self.write, None).await?;
        Ok(())
    }

    /// Begins a transaction that may write. Nothing is kept unless [`Tx::commit`] is called.
    pub async fn begin(&self) -> Result<Tx, Error> {
        let tx = self.write.begin().await?;
        if tx.get_database_backend() == DbBackend::Postgres {
            let lock = Statement::from_sql_and_values(
                DbBackend::Postgres,
                "SELECT pg_advisory_xact_lock(hashtext($1))",
                [self.schema.as_ref().into()],
            );
            tx.execute_raw(lock).await?;
        }
        Ok(Tx::new(tx, self.committed.clone()))
    }

    /// Reads outside a transaction.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Which database this is.
    pub fn backend(&self) -> DbBackend {
        self.write.get_database_backend()
    }

    /// Resolves after the next commit of a transaction that was begun here: how the outbox relay wakes up.
    pub(crate) async fn committed(&self) {
        self.committed.notified().await;
    }
}

struct Migrations(fn() -> Vec<Box<dyn MigrationTrait>>);

impl MigratorTraitSelf for Migrations {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        let mut all = crate::migration::all();
        all.extend((self.0)());
        all
    }
}

async fn open_sqlite(
    folder: PathBuf,
    schema: &str,
    readers: u32,
) -> Result<(DatabaseConnection, DatabaseConnection), Error> {
    tokio::fs::create_dir_all(&folder)
        .await
        .map_err(|e| Error::internal(format!("cannot create the data folder {}: {e}", folder.display())))?;
    let file = folder.join(format!("{schema}.sqlite"));
    let options = |connections: u32, create: bool| {
        let mut options = ConnectOptions::new("sqlite://hamgam.sqlite?mode=rwc");
        let file = file.clone();
        options
            .max_connections(connections)
            .min_connections(1)
            .sqlx_logging(false)
            .acquire_timeout(Duration::from_secs(30))
            // A file does not hang up, and asking whether it is there would double the ways to its thread.
            .test_before_acquire(false)
            .map_sqlx_sqlite_opts(move |o| {
                o.filename(&file)
                    .create_if_missing(create)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(10))
                    .pragma("temp_store", "MEMORY")
                    .pragma("cache_size", "-16000")
                    // Pages are read where the system keeps them, without a call and a copy for each.
                    .pragma("mmap_size", MAPPED)
                    .pragma("wal_autocheckpoint", LOGGED)
                    .statement_cache_capacity(200)
            });
        options
    };
    let write = Database::connect(options(1, true)).await?;
    let read = Database::connect(options(readers.max(1), false)).await?;
    Ok((write, read))
}

async fn open_postgres(
    url: &str,
    schema: &str,
    readers: u32,
) -> Result<(DatabaseConnection, DatabaseConnection), Error> {
    let mut bootstrap = ConnectOptions::new(url);
    bootstrap.max_connections(1).sqlx_logging(false);
    let connection = Database::connect(bootstrap).await?;
    let quoted = schema.replace('"', "\"\"");
    connection.execute_unprepared(&format!("CREATE SCHEMA IF NOT EXISTS \"{quoted}\"")).await?;
    connection.close().await?;

    let mut options = ConnectOptions::new(url);
    options.max_connections(readers.max(2)).sqlx_logging(false).set_schema_search_path(schema.to_owned());
    let pool = Database::connect(options).await?;
    Ok((pool.clone(), pool))
}
