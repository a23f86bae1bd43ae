//! The way in: who sends, what the names mean, and the one writer that makes batches durable together.
//!
//! A batch is checked and its names are looked up where it arrives, in parallel with others; then it waits for the
//! [`writer`], which gathers whatever waits into one transaction. A sender is answered when that has committed.

pub(crate) mod batch;
mod keys;
pub(crate) mod names;
mod reports;
mod writer;

use std::sync::Arc;

use kit::{
    auth::Caller,
    clock::SharedClock,
    db::Db,
    error::Error,
    name::ResourceName,
    violation::{Rule, Violations},
};
use proto::access::v1::Role;
use tokio::sync::mpsc;
use tonic::metadata::MetadataMap;

use self::{
    keys::Keys,
    names::{Application, Names, Tenant},
    writer::Job,
};
use crate::{
    config::TelemetryConfig,
    domain::{key, name::ApplicationName},
    error::Reason,
};

/// Who sends, and for which application.
#[derive(Clone)]
pub(crate) struct Sender {
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) application: Arc<Application>,
    pub(crate) caller: Caller,
}

/// The way in.
pub(crate) struct Ingest {
    db: Db,
    clock: SharedClock,
    pub(crate) names: Names,
    keys: Keys,
    writer: mpsc::Sender<Job>,
}

impl Ingest {
    /// Opens the way in, and starts the writer.
    pub(crate) fn open(db: Db, clock: SharedClock, config: &TelemetryConfig) -> Self {
        Self {
            names: Names::new(db.clone(), clock.clone(), config),
            keys: Keys::new(db.clone(), clock.clone()),
            writer: writer::start(db.clone(), clock.clone(), config),
            db,
            clock,
        }
    }

    /// Who sends: by the key that the request shows, else by who is signed in.
    pub(crate) async fn sender(
        &self,
        metadata: &MetadataMap,
        caller: Caller,
        application: &str,
    ) -> Result<Sender, Error> {
        let (organization, id) = match shown_key(metadata) {
            Some(text) => {
                let key = self.keys.check(text).await?;
                if !application.is_empty() {
                    let named = parse(&caller, application)?;
                    if named != ApplicationName::new(&key.organization, &key.application) {
                        return Err(Error::not_found(application));
                    }
                }
                (key.organization.clone(), key.application.clone())
            }
            None if caller.is_anonymous() => {
                return Err(Reason::ApiKeyNotValid.because("show an API key, or sign in"));
            }
            None if caller.has_any(&[Role::Admin, Role::Hr]) => {
                let name: ApplicationName = caller.parse("application", application)?;
                (name.organization, name.application)
            }
            None => return Err(Error::Denied),
        };
        let tenant = self.names.tenant(&organization).await?;
        let found = self.names.application(&tenant, &id).await?;
        let application = found.ok_or_else(|| Error::not_found(ApplicationName::new(&organization, &id)))?;
        if application.deleted {
            return Err(Reason::ApplicationDeleted.because("the application was put away"));
        }
        Ok(Sender { tenant, application, caller })
    }

    /// Forgets a key that was revoked.
    pub(crate) fn forget_key(&self, id: &str) {
        self.keys.forget(id);
    }

    fn enqueue(&self, job: Job) -> Result<(), Error> {
        self.writer.try_send(job).map_err(|e| match e {
            mpsc::error::TrySendError::Full(_) => Reason::Busy.because("more arrives than can be written"),
            mpsc::error::TrySendError::Closed(_) => Error::internal("the writer has stopped"),
        })
    }
}

fn shown_key(metadata: &MetadataMap) -> Option<&str> {
    let text = metadata.get("authorization")?.to_str().ok()?;
    let text = text.strip_prefix("Bearer ").unwrap_or(text);
    key::looks_like_key(text).then_some(text)
}

fn parse(caller: &Caller, application: &str) -> Result<ApplicationName, Error> {
    application.parse().map_err(|_| {
        let mut violations = Violations::new(caller.language());
        violations.add("application", application, Rule::NotAName { pattern: ApplicationName::PATTERN });
        Error::Invalid(violations)
    })
}
