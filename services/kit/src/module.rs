//! What a service is to the binary that runs it: routes, event consumers and scheduled jobs over its own database.

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use jiff::Timestamp;
use tonic::service::RoutesBuilder;

use crate::{
    auth::Keys,
    bus::Consumer,
    client::Transport,
    clock::SharedClock,
    config::Config,
    db::{Db, DbConfig},
    error::Error,
    id::Ids,
    outbox::Outbox,
};

/// The largest message that a service takes: 1 MiB. Larger things come in parts or as a stream.
pub const MAX_MESSAGE_IN: usize = 1 << 20;
/// The largest message that a service answers: 4 MiB.
pub const MAX_MESSAGE_OUT: usize = 4 << 20;

/// What every service is given when it opens.
#[derive(Clone)]
pub struct Context {
    /// The clock.
    pub clock: SharedClock,
    /// Identifiers and random bytes.
    pub ids: Ids,
    /// All settings; a service takes its own section with [`Config::section`].
    pub config: Arc<Config>,
    /// The way to other services.
    pub transport: Transport,
    /// The keys that sign and verify access tokens.
    pub keys: Arc<Keys>,
}

impl Context {
    /// Where the databases are.
    pub fn database(&self) -> &DbConfig {
        &self.config.database
    }

    /// An outbox that uses this clock and these identifiers.
    pub fn outbox(&self) -> Outbox {
        Outbox::new(self.clock.clone(), self.ids.clone())
    }
}

/// A service in this process.
#[async_trait]
pub trait Module: Send + Sync {
    /// The service's name: its database schema, its section of the settings.
    fn name(&self) -> &'static str;

    /// The service's own database.
    fn db(&self) -> &Db;

    /// Adds its gRPC services.
    fn routes(&self, routes: &mut RoutesBuilder);

    /// What it does when events arrive.
    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        Vec::new()
    }

    /// What it does from time to time.
    fn jobs(&self) -> Vec<Arc<dyn Job>> {
        Vec::new()
    }
}

/// Whether a job found something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was due.
    Idle,
    /// Something was done; there may be more at once.
    Worked,
}

/// Something that a service does from time to time. Running it twice does no harm.
#[async_trait]
pub trait Job: Send + Sync {
    /// A name for logs, `training.remind`.
    fn name(&self) -> &'static str;

    /// How long to wait between two runs.
    fn every(&self) -> Duration;

    /// Does what is due, in bounded steps: [`Progress::Worked`] asks to be called again at once.
    async fn run(&self, now: Timestamp) -> Result<Progress, Error>;
}
