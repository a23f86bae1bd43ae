//! A service of tests that hears what another one tells.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use prost::Name;
use tonic::service::RoutesBuilder;

use crate::{
    bus::{Consumer, Envelope},
    db::{Db, Tx},
    error::Error,
    module::{Context, Module},
};

/// Another service, which hears everything of some kinds.
pub struct Listener {
    db: Db,
    heard: Arc<Mutex<Vec<Envelope>>>,
    kinds: Vec<String>,
}

struct Ear {
    heard: Arc<Mutex<Vec<Envelope>>>,
    kinds: Vec<String>,
}

impl Listener {
    /// One that hears events of these kinds, by their full names.
    pub async fn open(context: &Context, kinds: Vec<String>) -> Arc<Self> {
        let db = Db::open(context.database(), "listener", Vec::new).await.expect("a database");
        Arc::new(Self { db, heard: Arc::default(), kinds })
    }

    /// What it heard of one kind, in the order in which it came.
    pub fn heard<E: Name + Default>(&self) -> Vec<E> {
        let heard = self.heard.lock().expect("nobody panicked");
        heard.iter().filter(|e| e.is::<E>()).map(|e| e.decode().expect("an event")).collect()
    }
}

#[async_trait]
impl Consumer for Ear {
    fn name(&self) -> &'static str {
        "listener.ear"
    }

    fn kinds(&self) -> Vec<String> {
        self.kinds.clone()
    }

    async fn consume(&self, _: &Tx, event: &Envelope) -> Result<(), Error> {
        self.heard.lock().expect("nobody panicked").push(event.clone());
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
        vec![Arc::new(Ear { heard: self.heard.clone(), kinds: self.kinds.clone() })]
    }
}
