//! `ChallengeStarted`: the members of its teams hear of it.

use async_trait::async_trait;
use kit::error::Error;
use proto::incentives::v1::ChallengeStarted;

use super::{Told, Whom, day, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for ChallengeStarted {
    const CONSUMER: &'static str = "notifications.challenge_started";

    fn application(&self) -> &str {
        &self.application
    }

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::ChallengeStarted, &self.link)
            .text("title", self.title.clone())
            .day("start", day(&self.start_day))
            .day("end", day(&self.end_day));
        Ok(to_all(whom.members(&self.teams).await?, &Content::News(news)))
    }
}
