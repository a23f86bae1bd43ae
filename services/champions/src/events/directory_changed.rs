//! Somebody joined, moved, left, or was given a role: the copy of the directory follows, and coverage is counted again soon
//! after.

use async_trait::async_trait;
use kit::{
    bus::{Consumer, Envelope},
    db::Tx,
    directory::{Parts, Replica},
    error::Error,
};

use crate::store;

/// Keeps the copy of the directory, and notes that the organization has to be counted again.
#[derive(Debug)]
pub(crate) struct DirectoryChanged {
    replica: Replica,
}

impl DirectoryChanged {
    pub(crate) fn new() -> Self {
        Self { replica: Replica::new("champions.directory", Parts::All) }
    }
}

#[async_trait]
impl Consumer for DirectoryChanged {
    fn name(&self) -> &'static str {
        self.replica.name()
    }

    fn kinds(&self) -> Vec<String> {
        self.replica.kinds()
    }

    async fn consume(&self, tx: &Tx, event: &Envelope) -> Result<(), Error> {
        self.replica.consume(tx, event).await?;
        store::roster::mark(tx, &event.organization).await
    }
}
