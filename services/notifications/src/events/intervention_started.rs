//! `InterventionStarted`: the champions of the team and HR hear what is done, and because of which cause.

use async_trait::async_trait;
use kit::error::Error;
use proto::adoption::v1::InterventionStarted;

use super::{Told, Whom, bare, to_all};
use crate::{domain::content::Content, tell::Letter};

#[async_trait]
impl Told for InterventionStarted {
    const CONSUMER: &'static str = "notifications.intervention_started";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let content = Content::InterventionStarted {
            team: self.team_display_name.clone(),
            sentence: self.summary.clone().into(),
            barrier: bare(self.barrier().as_str_name(), "BARRIER_"),
            link: self.link.clone(),
        };
        Ok(to_all(whom.champions_and_hr(&self.team, &self.members).await?, &content))
    }
}
