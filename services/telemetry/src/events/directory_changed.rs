//! The directory changed: the days that can still be counted again are, once, however many changes came.

use async_trait::async_trait;
use kit::{
    bus::{Consumer, Envelope},
    db::Tx,
    error::Error,
};
use prost::Name;
use proto::identity::v1 as pb;

use crate::store::dirty;

/// See the module.
#[derive(Debug)]
pub(crate) struct DirectoryChanged;

#[async_trait]
impl Consumer for DirectoryChanged {
    fn name(&self) -> &'static str {
        "telemetry.directory_changed"
    }

    fn kinds(&self) -> Vec<String> {
        vec![pb::PersonChanged::full_name(), pb::SiteChanged::full_name(), pb::TeamChanged::full_name()]
    }

    async fn consume(&self, tx: &Tx, event: &Envelope) -> Result<(), Error> {
        dirty::mark_directory(tx, &event.organization).await
    }
}
