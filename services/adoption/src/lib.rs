//! adoption: which teams fall behind with an application, why, and what is done about it.
//!
//! Counts of team days come from telemetry as events. A job evaluates them by Rule R, day by day in order, and raises
//! flags; a second one asks the other services for evidence and proposes a barrier; a person (or the strict mode)
//! confirms it, and the barrier's playbook becomes an intervention: retraining by rule through training, tasks, and others
//! who are asked to help: people in a pulse, committees, champions.
//! No table and no event here has room for a person.
//!
//! | to see | look in |
//! |---|---|
//! | Rule R, states, edges, sentence, table of causes | [`domain`] |
//! | the tables | `store` |
//! | what an RPC does, a file each | `api` |
//! | evaluating, explaining, retraining, asking others | `jobs` |
//! | counts that come, and what the others are told | `events` |
//! | the same rule on a file: `hamgam evaluate` | [`team_days_file`] |

mod act;
mod api;
pub mod domain;
mod events;
mod jobs;
pub mod names;
mod store;
pub mod team_days_file;

use std::sync::Arc;

use async_trait::async_trait;
use jiff::tz::TimeZone;
use kit::{
    bus::Consumer,
    client::Transport,
    clock::SharedClock,
    db::{Db, time::to_days},
    directory::{Parts, Replica},
    error::Error,
    id::Ids,
    module::{Context, Job, Module},
    outbox::Outbox,
};
pub use team_days_file::{FileError, evaluate_csv};
use tonic::service::RoutesBuilder;

use crate::{api::StandingsCache, store::names::NamesCache};

/// The service.
#[derive(Clone)]
pub struct Adoption {
    db: Db,
    clock: SharedClock,
    ids: Ids,
    outbox: Outbox,
    transport: Transport,
    names: NamesCache,
    standings: StandingsCache,
}

/// Opens the service on its own database.
pub async fn open(context: &Context) -> Result<Arc<Adoption>, Error> {
    Ok(Arc::new(Adoption {
        db: Db::open(context.database(), "adoption", store::migrations).await?,
        clock: context.clock.clone(),
        ids: context.ids.clone(),
        outbox: context.outbox(),
        transport: context.transport.clone(),
        names: NamesCache::default(),
        standings: StandingsCache::default(),
    }))
}

impl Adoption {
    /// The day that it is in UTC, as days since 1970-01-01: for due days and for what is put off until a day.
    pub(crate) fn today(&self) -> i32 {
        to_days(self.clock.now().to_zoned(TimeZone::UTC).date())
    }
}

#[async_trait]
impl Module for Adoption {
    fn name(&self) -> &'static str {
        "adoption"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, routes: &mut RoutesBuilder) {
        api::routes(self, routes);
    }

    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        vec![
            Arc::new(Replica::new("adoption.directory", Parts::WithoutPeople)),
            Arc::new(events::TakeCounts(self.names.clone())),
            Arc::new(events::FollowRetraining(self.clone())),
            Arc::new(events::FollowVisits(self.clone())),
        ]
    }

    fn jobs(&self) -> Vec<Arc<dyn Job>> {
        jobs::all(self)
    }
}
