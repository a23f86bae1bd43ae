//! `FlagCleared`: the champions of the team and HR hear that nothing is left to do, and why.

use async_trait::async_trait;
use kit::error::Error;
use proto::adoption::v1::FlagCleared;

use super::{Told, Whom, bare, to_all};
use crate::{domain::content::Content, tell::Letter};

#[async_trait]
impl Told for FlagCleared {
    const CONSUMER: &'static str = "notifications.flag_cleared";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let content = Content::FlagCleared {
            team: self.team_display_name.clone(),
            how: bare(self.kind().as_str_name(), "FLAG_EVENT_KIND_"),
            link: self.link.clone(),
        };
        Ok(to_all(whom.champions_and_hr(&self.team, &self.members).await?, &content))
    }
}
