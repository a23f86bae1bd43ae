//! Change champions: who they are, whom they look after, and what they do.
//!
//! A walk through it, along the way of one champion:
//!
//! 1. HR opens a [`Programme`](domain::programme::Programme) for an application (`api/programmes`). Somebody nominates
//!    Sara; Sara says yes, and her manager is asked once ([`Nomination`](domain::nomination::Nomination)).
//! 2. The job `sync` asks training to enrol her in the programme's curriculum. When it is complete, HR appoints her
//!    ([`Champion`](domain::champion::Champion)), and `sync` asks identity for the role CHAMPION for her teams. What it was
//!    given is written down, so that the end of the term withdraws exactly that.
//! 3. The job `cover` counts who covers which teams ([`cover`](domain::coverage::cover)) whenever the directory or a term
//!    changed, and tells HR of teams that lost their champion.
//! 4. Sara's home (`api/home`) is one answer: her teams' adoption and flags with the play to use, asked of adoption; visits that
//!    plays ask for; what colleagues asked in courses; check-ins to look at again.
//! 5. She says what she did in two taps ([`CheckIn`](domain::check_in::CheckIn)): it is about a team, and has no place for a
//!    colleague. The job `remind` reminds her on the day she chose, and of the end of her term.
//! 6. Champions exchange tips in a space of their own (`api/space`); a good answer is proposed to training as an article.
//!
//! Whether it helped is said only where a coin divided the teams ([`effect`](domain::effect)).

mod api;
mod config;
mod coverage;
pub mod domain;
mod error;
mod events;
mod jobs;
mod names;
mod store;

use std::sync::Arc;

use jiff::{civil::Date, tz::TimeZone};
use kit::{
    bus::Consumer,
    client::{Outgoing, Transport},
    clock::SharedClock,
    db::Db,
    error::Error,
    id::Ids,
    module::{Context, Job, Module},
    outbox::Outbox,
};
use tonic::service::RoutesBuilder;

pub use crate::config::ChampionsConfig;

/// The champions service. Cheap to clone.
#[derive(Clone)]
pub struct Champions {
    db: Db,
    clock: SharedClock,
    ids: Ids,
    outbox: Outbox,
    transport: Transport,
    config: ChampionsConfig,
}

/// Opens the service: its database, brought up to date.
pub async fn open(context: &Context) -> Result<Arc<Champions>, Error> {
    let db = Db::open(context.database(), "champions", store::migration::all).await?;
    Ok(Arc::new(Champions {
        db,
        clock: context.clock.clone(),
        ids: context.ids.clone(),
        outbox: context.outbox(),
        transport: context.transport.clone(),
        config: context.config.section("champions")?,
    }))
}

impl Champions {
    /// The day that it is in UTC: terms and follow-ups are counted in days of one calendar for the whole organization.
    pub(crate) fn today(&self) -> Date {
        self.clock.now().to_zoned(TimeZone::UTC).date()
    }

    /// The way to the other services, on behalf of an organization.
    pub(crate) fn others(&self, organization: &str) -> Outgoing {
        self.transport.as_service("champions", organization)
    }
}

impl Module for Champions {
    fn name(&self) -> &'static str {
        "champions"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, routes: &mut RoutesBuilder) {
        api::routes(self, routes);
    }

    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        events::consumers(self)
    }

    fn jobs(&self) -> Vec<Arc<dyn Job>> {
        jobs::all(self)
    }
}
