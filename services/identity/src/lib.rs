//! identity: who is in an organization, where, since when, and who may do what; and signing in.
//!
//! It owns organizations, sites with their calendars, the team tree, positions, people with dated memberships, and roles.
//! Every change goes through `write`, which draws a revision, writes the row and adds the event in one transaction;
//! other services keep a copy of the directory from those events ([`kit::directory`]).
//!
//! | to see | look in |
//! |---|---|
//! | the rules: the tree, memberships, passwords, sessions, planning an import | [`domain`] |
//! | the tables | `store` |
//! | what an RPC does, a file each | `api` |
//! | imports on their way, and forgetting what is over | `jobs` |
//! | founding an organization without a network | [`Identity::found`] |

mod api;
mod bootstrap;
pub mod config;
mod convert;
pub mod domain;
mod error;
mod hasher;
mod jobs;
pub mod names;
mod store;
mod token;
mod write;

use std::sync::Arc;

use async_trait::async_trait;
use jiff::{civil::Date, tz::TimeZone};
use kit::{
    auth::Keys,
    clock::SharedClock,
    db::Db,
    error::Error,
    id::Ids,
    module::{Context, Job, Module},
    outbox::Outbox,
};
use tonic::service::RoutesBuilder;

pub use self::bootstrap::{Founded, Founder};
use self::{config::IdentityConfig, hasher::Hasher};

/// The service.
#[derive(Clone)]
pub struct Identity {
    db: Db,
    clock: SharedClock,
    ids: Ids,
    outbox: Outbox,
    keys: Arc<Keys>,
    hasher: Hasher,
    config: Arc<IdentityConfig>,
}

/// Opens the service on its own database.
pub async fn open(context: &Context) -> Result<Arc<Identity>, Error> {
    Ok(Arc::new(Identity {
        db: Db::open(context.database(), "identity", store::migrations).await?,
        clock: context.clock.clone(),
        ids: context.ids.clone(),
        outbox: context.outbox(),
        keys: context.keys.clone(),
        hasher: Hasher::new(context.ids.clone())?,
        config: Arc::new(context.config.section("identity")?),
    }))
}

impl Identity {
    /// The day that it is in UTC. Directory data has days, not hours; where a site's own day matters, its zone is asked.
    pub(crate) fn today(&self) -> Date {
        self.clock.now().to_zoned(TimeZone::UTC).date()
    }
}

#[async_trait]
impl Module for Identity {
    fn name(&self) -> &'static str {
        "identity"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, routes: &mut RoutesBuilder) {
        api::routes(self, routes);
    }

    fn jobs(&self) -> Vec<Arc<dyn Job>> {
        jobs::all(self)
    }
}
