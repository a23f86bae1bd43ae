//! `ChallengeEnded`: the members of its teams hear what came of it.

use async_trait::async_trait;
use kit::error::Error;
use proto::incentives::v1::ChallengeEnded;

use super::{Told, Whom, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for ChallengeEnded {
    const CONSUMER: &'static str = "notifications.challenge_ended";

    fn application(&self) -> &str {
        &self.application
    }

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::ChallengeEnded, &self.link)
            .text("title", self.title.clone())
            .text("sentence", self.sentence.clone())
            .flag("reached", self.reached)
            .flag("cancelled", self.cancelled);
        Ok(to_all(whom.members(&self.teams).await?, &Content::News(news)))
    }
}
