//! telemetry: who uses an application, told of teams and never of a colleague.
//!
//! An event comes in through [`ingest`], is checked and made durable together with whatever else arrives ([`store`] keeps
//! it under whole numbers). The jobs in [`jobs`] turn events into counts with the rules of [`domain`]: `n` and `x` of every
//! team, position and site on every day, which the adoption service hears of by event; and weeks of teams, published once,
//! rounded, and only where nobody can be found by subtracting. [`imports`] brings years of history in through the same
//! rules. Then what could tell of a person is forgotten: single acts after 35 days, active days after 13 weeks.
//!
//! Read on in [`domain::count`] (who counts), [`kit::privacy`] (what may be seen) and [`counting`] (how one becomes the
//! other).

mod api;
pub mod config;
mod counting;
pub mod domain;
mod error;
mod events;
mod imports;
mod ingest;
mod jobs;
pub mod store;

use std::{sync::Arc, time::Duration};

use kit::{
    bus::Consumer,
    clock::SharedClock,
    db::{Db, time::to_micros},
    directory::{Parts, Replica},
    error::Error,
    id::Ids,
    module::{Context, Job, Module},
    outbox::Outbox,
};
use tonic::service::RoutesBuilder;

use crate::{config::TelemetryConfig, ingest::Ingest};

/// The service.
#[derive(Clone)]
pub struct Telemetry {
    db: Db,
    clock: SharedClock,
    ids: Ids,
    outbox: Outbox,
    ingest: Arc<Ingest>,
    config: TelemetryConfig,
}

impl Telemetry {
    /// Today, by UTC.
    fn today(&self) -> i32 {
        domain::days::utc_day(to_micros(self.clock.now()))
    }
}

/// Opens the service: its database, and the writer that waits for events.
pub async fn open(context: &Context) -> Result<Arc<Telemetry>, Error> {
    let config: TelemetryConfig = context.config.section("telemetry")?;
    let db = Db::open(context.database(), "telemetry", store::migration::all).await?;
    Ok(Arc::new(Telemetry {
        ingest: Arc::new(Ingest::open(db.clone(), context.clock.clone(), &config)),
        clock: context.clock.clone(),
        ids: context.ids.clone(),
        outbox: context.outbox(),
        db,
        config,
    }))
}

impl Module for Telemetry {
    fn name(&self) -> &'static str {
        "telemetry"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, routes: &mut RoutesBuilder) {
        api::routes(Arc::new(self.clone()), routes);
    }

    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        vec![Arc::new(Replica::new("telemetry.directory", Parts::All)), Arc::new(events::DirectoryChanged)]
    }

    fn jobs(&self) -> Vec<Arc<dyn Job>> {
        let (db, every) = (self.db.clone(), Duration::from_secs(self.config.count_seconds.max(1)));
        vec![
            Arc::new(imports::Imports { telemetry: Arc::new(self.clone()) }),
            Arc::new(jobs::CountDays { db: db.clone(), outbox: self.outbox.clone(), every }),
            Arc::new(jobs::CountQuality { db: db.clone(), every }),
            Arc::new(jobs::CountWeeks { db: db.clone(), every }),
            Arc::new(jobs::FoldEvents { db: db.clone(), fold: self.config.fold_events }),
            Arc::new(jobs::Forget { db }),
        ]
    }
}
