//! `ProposalCommented`: whoever made or follows the proposal reads the beginning of what was said.

use async_trait::async_trait;
use kit::error::Error;
use proto::feedback::v1::ProposalCommented;

use super::{Told, Whom, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for ProposalCommented {
    const CONSUMER: &'static str = "notifications.proposal_commented";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::ProposalCommented, &self.link)
            .plain("title", &self.title)
            .plain("author", &self.author_display_name)
            .plain("excerpt", &self.excerpt);
        Ok(to_all(whom.people(&self.people).await?, &Content::News(news)))
    }
}
