//! A database of an installation's own on the `PostgreSQL` that `HAMGAM_TEST_DATABASE` leads to. Without it, installations
//! keep `SQLite` files in their folder.

use std::{
    process,
    sync::atomic::{AtomicU64, Ordering},
    thread,
};

use sea_orm::{ConnectionTrait, Database};

static DATABASES: AtomicU64 = AtomicU64::new(0);

/// A database that goes with this value.
#[derive(Debug)]
pub(crate) struct Postgres {
    server: String,
    name: String,
}

impl Postgres {
    /// An empty database, if the tests are to run on `PostgreSQL`.
    pub(crate) fn chosen() -> Option<Self> {
        server().map(|server| Self::create(server, ""))
    }

    /// Another database with the same content. Nobody may be connected to this one, so whoever is has to go.
    pub(crate) fn copied(&self) -> Self {
        let name = &self.name;
        self.execute(&format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        ));
        Self::create(self.server.clone(), &format!(" TEMPLATE {name}"))
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        let (server, _) = self.server.rsplit_once('/').expect("postgres://host/database");
        format!("{server}/{}", self.name)
    }

    fn create(server: String, like: &str) -> Self {
        let number = DATABASES.fetch_add(1, Ordering::Relaxed);
        let database = Self { server, name: format!("lab_{}_{number}", process::id()) };
        database.execute(&format!("CREATE DATABASE {}{like}", database.name));
        database
    }

    /// Runs a statement on the server, from wherever a test is: on a thread and a runtime of its own.
    fn execute(&self, sql: &str) {
        let run = async {
            let server = Database::connect(&self.server).await.expect("the server of tests");
            server.execute_unprepared(sql).await.expect("a statement that the server takes");
            server.close().await.expect("closed");
        };
        thread::scope(|s| s.spawn(|| block_on(run)).join().expect("the statement ran"));
    }
}

fn block_on(run: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(run);
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // The test has failed already; the server is thrown away with everything.
        if !thread::panicking() {
            self.execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "who runs the tests chooses the database")]
fn server() -> Option<String> {
    std::env::var("HAMGAM_TEST_DATABASE").ok().filter(|url| url.starts_with("postgres"))
}
