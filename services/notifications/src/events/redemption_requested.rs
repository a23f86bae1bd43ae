//! `RedemptionRequested`: HR hears what waits for approval.

use async_trait::async_trait;
use kit::error::Error;
use proto::{access::v1::Role, incentives::v1::RedemptionRequested};

use super::{Told, Whom, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for RedemptionRequested {
    const CONSUMER: &'static str = "notifications.redemption_requested";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::RedemptionRequested, &self.link)
            .plain("teams", self.team_display_names.join(" · "))
            .text("reward", self.reward_title.clone());
        Ok(to_all(whom.holders(Role::Hr).await?, &Content::News(news)))
    }
}
