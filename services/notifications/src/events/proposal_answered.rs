//! `ProposalAnswered`: you said, we did.

use async_trait::async_trait;
use kit::error::Error;
use proto::feedback::v1::ProposalAnswered;

use super::{Told, Whom, bare, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for ProposalAnswered {
    const CONSUMER: &'static str = "notifications.proposal_answered";

    fn application(&self) -> &str {
        &self.application
    }

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::ProposalAnswered, &self.link)
            .plain("title", &self.title)
            .plain("status", bare(self.status().as_str_name(), "PROPOSAL_STATUS_"))
            .plain("answer", &self.answer)
            .plain("merged_into", &self.merged_into_title);
        Ok(to_all(whom.people(&self.people).await?, &Content::News(news)))
    }
}
