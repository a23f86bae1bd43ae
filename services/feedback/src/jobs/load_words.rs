//! Reads the words of all proposals when the server starts, so that nobody's first letter waits for it.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    directory,
    error::Error,
    module::{Job, Progress},
};

use crate::Feedback;

/// See the module.
pub(crate) struct LoadWords(pub(crate) Feedback);

#[async_trait]
impl Job for LoadWords {
    fn name(&self) -> &'static str {
        "feedback.load_words"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    async fn run(&self, _: Timestamp) -> Result<Progress, Error> {
        let db = self.0.db.read();
        for organization in directory::organizations(db).await? {
            self.0.searching.ask(db, &organization.id, |_| ()).await?;
        }
        Ok(Progress::Idle)
    }
}
