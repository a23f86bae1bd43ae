//! `ThanksGiven`: who is thanked reads it, or the members of the team that is.

use async_trait::async_trait;
use kit::error::Error;
use proto::incentives::v1::ThanksGiven;

use super::{Told, Whom, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for ThanksGiven {
    const CONSUMER: &'static str = "notifications.thanks_given";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::ThanksGiven, &self.link)
            .plain("person", &self.giver_display_name)
            .text("value", self.value_title.clone())
            .plain("message", &self.message)
            .flag("to_team", !self.team.is_empty());
        let people = if self.team.is_empty() {
            whom.people(&self.people).await?
        } else {
            whom.members(std::slice::from_ref(&self.team)).await?
        };
        Ok(to_all(people, &Content::News(news)))
    }
}
