//! `RedemptionDecided`: the members of the teams hear whether they get it.

use async_trait::async_trait;
use kit::error::Error;
use proto::incentives::v1::RedemptionDecided;

use super::{Told, Whom, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for RedemptionDecided {
    const CONSUMER: &'static str = "notifications.redemption_decided";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::RedemptionDecided, &self.link)
            .text("reward", self.reward_title.clone())
            .plain("reason", &self.reject_reason)
            .flag("approved", self.approved);
        Ok(to_all(whom.members(&self.teams).await?, &Content::News(news)))
    }
}
