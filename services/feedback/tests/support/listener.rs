//! Another service, which hears everything that feedback tells.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use kit::{
    bus::{Consumer, Envelope},
    db::{Db, Tx},
    error::Error,
    module::{Context, Module},
};
use prost::Name;
use proto::feedback::v1 as pb;
use tonic::service::RoutesBuilder;

pub(crate) struct Listener {
    db: Db,
    heard: Arc<Mutex<Vec<Envelope>>>,
}

struct Ear(Arc<Mutex<Vec<Envelope>>>);

impl Listener {
    pub(crate) async fn open(context: &Context) -> Arc<Self> {
        let db = Db::open(context.database(), "listener", Vec::new).await.unwrap();
        Arc::new(Self { db, heard: Arc::default() })
    }

    pub(crate) fn heard<E: Name + Default>(&self) -> Vec<E> {
        let heard = self.heard.lock().unwrap();
        heard.iter().filter(|e| e.is::<E>()).map(|e| e.decode().unwrap()).collect()
    }
}

#[async_trait]
impl Consumer for Ear {
    fn name(&self) -> &'static str {
        "listener.ear"
    }

    fn kinds(&self) -> Vec<String> {
        vec![
            pb::ProposalAnswered::full_name(),
            pb::ProposalCommented::full_name(),
            pb::PersonMentioned::full_name(),
            pb::PulseOpened::full_name(),
            pb::MeetingInvited::full_name(),
            pb::MeetingUpdated::full_name(),
            pb::MeetingCancelled::full_name(),
            pb::MinutesApproved::full_name(),
            pb::OutcomeTaskAssigned::full_name(),
            pb::OutcomeTaskOverdue::full_name(),
        ]
    }

    async fn consume(&self, _: &Tx, event: &Envelope) -> Result<(), Error> {
        self.0.lock().unwrap().push(event.clone());
        Ok(())
    }
}

impl Module for Listener {
    fn name(&self) -> &'static str {
        "listener"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, _: &mut RoutesBuilder) {}

    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        vec![Arc::new(Ear(self.heard.clone()))]
    }
}
