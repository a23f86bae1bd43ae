//! What employees say: proposals, the committees that decide on them, and pulses.
//!
//! A walk through it, along the way of one proposal:
//!
//! 1. Somebody types a title; [`domain::search`] finds what is alike while it is typed (`api/proposals`).
//! 2. The [`Proposal`](domain::proposal::Proposal) is made with a name, or without one: `api/anonymous` keeps nothing that
//!    leads back, and [`domain::secret`] says how its writer still follows it.
//! 3. Others vote, comment and mention each other; moderators tag, merge and hide (`api/moderation`).
//! 4. `answering` sets a status, by hand or as a decision of a committee, and tells everybody whom it concerns: you said, we
//!    did.
//! 5. A [committee](domain) meets (`api/committees`, `api/meetings`): `inviting` puts meetings into calendars, `api/agenda`
//!    proposes what to speak about, `api/polls` asks the members, and `api/outcomes` decides on proposals where a quorum
//!    is. `api/minutes` drafts what was said, and `printing` makes pages of it, from right to left where that is the way.
//! 6. adoption asks `api/evidence` what teams said, in tones that the writers chose, and never about fewer than five people.
//!
//! `domain` holds the rules, pure; `store` the tables; `events` what is heard and told. People come from the copy of the
//! directory that [`kit::directory`] keeps here.

mod adoption;
mod answering;
mod api;
mod asking;
mod config;
pub mod domain;
mod error;
mod events;
mod inviting;
mod jobs;
mod names;
mod printing;
mod searching;
mod store;

use std::sync::Arc;

use kit::{
    bus::Consumer,
    client::Transport,
    clock::SharedClock,
    db::Db,
    error::Error,
    id::Ids,
    module::{Context, Job, Module},
    outbox::Outbox,
};
use tokio::sync::Semaphore;
use tonic::service::RoutesBuilder;

pub use crate::config::FeedbackConfig;
use crate::{
    domain::{flood::Flood, secret::hex},
    searching::Searching,
};

/// How many images are decoded at once; each may take a hundred megabytes.
const IMAGES_AT_ONCE: usize = 2;

/// The feedback service. Cheap to clone.
#[derive(Clone)]
pub struct Feedback {
    db: Db,
    clock: SharedClock,
    ids: Ids,
    outbox: Outbox,
    transport: Transport,
    /// The address that people use, for links in calendar entries.
    public_url: Arc<str>,
    /// Whom calendar entries come from where no chair is known.
    mail_address: Arc<str>,
    config: Arc<FeedbackConfig>,
    searching: Searching,
    flood: Arc<Flood>,
    /// How many images are decoded at once.
    images: Arc<Semaphore>,
}

/// Opens the service: its database, brought up to date.
pub async fn open(context: &Context) -> Result<Arc<Feedback>, Error> {
    let config: FeedbackConfig = context.config.section("feedback")?;
    let db = Db::open(context.database(), "feedback", store::migration::all).await?;
    Ok(Arc::new(Feedback {
        db,
        clock: context.clock.clone(),
        ids: context.ids.clone(),
        outbox: context.outbox(),
        transport: context.transport.clone(),
        public_url: context.config.server.public_url.trim_end_matches('/').into(),
        mail_address: context.config.server.mail_address().into(),
        searching: Searching::default(),
        flood: Arc::new(Flood::new(context.ids.random_bytes(), config.anonymous_limits())),
        config: Arc::new(config),
        images: Arc::new(Semaphore::new(IMAGES_AT_ONCE)),
    }))
}

impl Feedback {
    /// An id that says nothing about when it was made: where anonymous things lie, the order of ids must not tell the order of
    /// time.
    pub(crate) fn random_id(&self) -> String {
        hex(&self.ids.random_bytes::<16>())
    }
}

impl Module for Feedback {
    fn name(&self) -> &'static str {
        "feedback"
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
