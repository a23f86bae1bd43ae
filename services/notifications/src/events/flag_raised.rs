//! `FlagRaised`: the champions of the team and HR hear which team needs a look, and the likely cause.

use async_trait::async_trait;
use kit::error::Error;
use proto::adoption::v1::FlagRaised;

use super::{Told, Whom, bare, to_all};
use crate::{domain::content::Content, tell::Letter};

#[async_trait]
impl Told for FlagRaised {
    const CONSUMER: &'static str = "notifications.flag_raised";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let content = Content::FlagRaised {
            team: self.team_display_name.clone(),
            review: self.review_needed,
            sentence: self.sentence.clone().into(),
            barrier: bare(self.proposed_barrier().as_str_name(), "BARRIER_"),
            link: self.link.clone(),
        };
        Ok(to_all(whom.champions_and_hr(&self.team, &self.members).await?, &content))
    }
}
