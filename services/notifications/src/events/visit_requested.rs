//! `VisitRequested`: the champions of the team are asked. Where there is none, HR has a task from the play and hears of that.

use async_trait::async_trait;
use kit::error::Error;
use proto::champions::v1::VisitRequested;

use super::{Told, Whom, day, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for VisitRequested {
    const CONSUMER: &'static str = "notifications.visit_requested";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let people = whom.people(&self.champions).await?;
        let news = News::new(Kind::VisitRequested, &self.link_path)
            .plain("team", &self.team_display_name)
            .text("reason", self.reason.clone())
            .day("due", day(&self.due_day));
        Ok(to_all(people, &Content::News(news)))
    }
}
