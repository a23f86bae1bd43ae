//! `HelpForwarded`: the champions of the team read what a colleague asks.

use async_trait::async_trait;
use kit::error::Error;
use proto::champions::v1::HelpForwarded;

use super::{Told, Whom, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for HelpForwarded {
    const CONSUMER: &'static str = "notifications.help_forwarded";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::HelpForwarded, &self.link_path)
            .plain("person", &self.person_display_name)
            .text("title", self.course_title.clone())
            .plain("message", &self.question);
        Ok(to_all(whom.people(&self.champions).await?, &Content::News(news)))
    }
}
