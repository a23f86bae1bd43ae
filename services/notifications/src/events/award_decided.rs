//! `AwardDecided`: the members of the teams hear what they have chosen.

use async_trait::async_trait;
use kit::error::Error;
use proto::incentives::v1::AwardDecided;

use super::{Told, Whom, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for AwardDecided {
    const CONSUMER: &'static str = "notifications.award_decided";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::AwardDecided, &self.link).text("reward", self.reward_title.clone());
        Ok(to_all(whom.members(&self.teams).await?, &Content::News(news)))
    }
}
