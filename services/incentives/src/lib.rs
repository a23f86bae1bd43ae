//! Team incentives: goals that teams reach together, prizes that they share, and thanks between colleagues.
//!
//! A walk through it, along the way of one challenge:
//!
//! 1. HR writes a [`Challenge`](domain::challenge::Challenge), or a playbook proposes one (`api/challenges`).
//! 2. Starting it freezes who is on the teams ([`roster`](domain::roster)) and what they did before
//!    ([`sums`](domain::sums)). A team that was flagged a short while ago is not measured: it would recover by itself.
//! 3. The job `measure` asks telemetry and training for the sums of each week that is over ([`measuring`]).
//!    [`improvement`](domain::improvement) says how much of a change is more than chance, against comparable people;
//!    [`guards`](domain::guards) what must hold besides.
//! 4. A goal that is reached makes an [`Award`](domain::award::Award): the members propose rewards of the catalogue and
//!    choose by majority (`api/awards`). HR approves; the cost is taken from a [`Budget`](domain::budget::Budget) at the
//!    day's [`rate`](domain::rate); the team gets a [`voucher`](domain::voucher).
//! 5. Beside all this, colleagues thank each other (`api/recognition`).
//!
//! Nothing is ever paid to one person: no table that holds money has a place for one (`tests/schema.rs` reads them). No figure is
//! about fewer than five people, and no list orders persons or teams by what they did. Why the rules are as they are is in
//! `RULES.md`.

mod api;
mod config;
pub mod domain;
mod error;
mod events;
mod jobs;
mod measuring;
mod names;
mod neighbours;
mod store;

use std::sync::Arc;

use jiff::{civil::Date, tz::TimeZone};
use kit::{
    auth::Keys,
    bus::Consumer,
    client::Transport,
    clock::SharedClock,
    db::Db,
    directory::{self, Parts, Replica},
    error::Error,
    id::Ids,
    module::{Context, Job, Module},
    outbox::Outbox,
};
use proto::incentives::v1::{
    award_service_server::AwardServiceServer, budget_service_server::BudgetServiceServer,
    challenge_service_server::ChallengeServiceServer, held_data_service_server::HeldDataServiceServer,
    recognition_service_server::RecognitionServiceServer, reward_service_server::RewardServiceServer,
};
use tonic::service::RoutesBuilder;

pub use crate::config::IncentivesConfig;

/// The incentives service. Cheap to clone.
#[derive(Clone)]
pub struct Incentives {
    db: Db,
    clock: SharedClock,
    ids: Ids,
    outbox: Outbox,
    transport: Transport,
    keys: Arc<Keys>,
    config: IncentivesConfig,
}

/// Opens the service: its database, brought up to date.
pub async fn open(context: &Context) -> Result<Arc<Incentives>, Error> {
    let db = Db::open(context.database(), "incentives", store::migration::all).await?;
    Ok(Arc::new(Incentives {
        db,
        clock: context.clock.clone(),
        ids: context.ids.clone(),
        outbox: context.outbox(),
        transport: context.transport.clone(),
        keys: context.keys.clone(),
        config: context.config.section("incentives")?,
    }))
}

impl Incentives {
    /// The organization's day: that of its first site, else of UTC.
    pub(crate) async fn today<C: store::ConnectionTrait>(
        &self,
        db: &C,
        organization: &str,
    ) -> Result<Date, Error> {
        let now = self.clock.now();
        let sites = directory::sites(db, organization).await?;
        Ok(sites.first().map_or_else(|| now.to_zoned(TimeZone::UTC).date(), |s| s.calendar.day_of(now)))
    }
}

impl Module for Incentives {
    fn name(&self) -> &'static str {
        "incentives"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, routes: &mut RoutesBuilder) {
        routes
            .add_service(ChallengeServiceServer::new(self.clone()))
            .add_service(BudgetServiceServer::new(self.clone()))
            .add_service(RewardServiceServer::new(self.clone()))
            .add_service(AwardServiceServer::new(self.clone()))
            .add_service(RecognitionServiceServer::new(self.clone()))
            .add_service(HeldDataServiceServer::new(self.clone()));
    }

    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        vec![Arc::new(Replica::new("incentives.directory", Parts::All))]
    }

    fn jobs(&self) -> Vec<Arc<dyn Job>> {
        vec![Arc::new(jobs::measure::Measure(self.clone()))]
    }
}
