//! notifications tells people what concerns them: in the inbox of the app, by mail, or once a day in a digest.
//!
//! Other services publish events and know nothing of mails. A consumer ([`mod@events`], a file per event) finds out whom
//! the event concerns and what it says ([`domain::content::Content`]); `tell` decides the ways it takes
//! ([`domain::plan`]): as the person prefers, at most so many mails a day, the rest in the digest. The inbox row and the
//! mail are written in the transaction that takes the event, so nothing is lost and nothing told twice.
//!
//! `jobs::deliver` sends what was written, with growing waits between tries, or leaves it recorded when no mail server is set
//! up; `jobs::digest` gathers what waits on the morning of a working day, where the person works; `jobs::forget` lets go of
//! what is old.
//!
//! Words are in `templates/`, a file per language and kind; [`domain::render`] puts the facts into them.
//!
//! ## To add a kind
//! A value in the contract's `NotificationKind`, one in [`domain::kind::Kind`], three templates, a sample in the render tests, and a
//! file in `events/` that gives the facts by the names of the templates ([`domain::news::News`]).

mod api;
pub mod config;
pub mod domain;
mod events;
mod jobs;
mod mailer;
mod store;
mod tell;

use std::sync::Arc;

use async_trait::async_trait;
use kit::{
    bus::Consumer,
    clock::SharedClock,
    db::Db,
    error::Error,
    id::Ids,
    module::{Context, Job, Module},
};
use lettre::message::Mailbox;
use tonic::service::RoutesBuilder;

use crate::{config::NotificationsConfig, domain::render::Renderer, mailer::Mailer};

/// The service. Cheap to clone.
#[derive(Clone)]
pub struct Notifications {
    db: Db,
    clock: SharedClock,
    ids: Ids,
    config: Arc<NotificationsConfig>,
    renderer: Arc<Renderer>,
    mailer: Arc<Mailer>,
    /// The domain of `Message-ID`s: that of the sender's address.
    domain: Arc<str>,
}

/// Opens the service over its own database.
///
/// # Errors
/// If the database cannot be opened, or a setting cannot be used.
pub async fn open(context: &Context) -> Result<Arc<Notifications>, Error> {
    let config: NotificationsConfig = context.config.section("notifications")?;
    let db = Db::open(context.database(), "notifications", store::migration::all).await?;
    let renderer = Renderer::new(&context.config.server.public_url).map_err(Error::internal)?;
    let from = &context.config.server.mail_from;
    let sender: Mailbox = from
        .parse()
        .map_err(|e| Error::internal(format!("settings: [server]: mail_from = {from:?}: {e}")))?;
    let domain = sender.email.domain().into();
    let mailer = Mailer::new(&config, sender)?;
    Ok(Arc::new(Notifications {
        db,
        clock: context.clock.clone(),
        ids: context.ids.clone(),
        domain,
        renderer: Arc::new(renderer),
        mailer: Arc::new(mailer),
        config: Arc::new(config),
    }))
}

#[async_trait]
impl Module for Notifications {
    fn name(&self) -> &'static str {
        "notifications"
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
