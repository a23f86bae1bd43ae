//! `HelpAnswered`: whoever asked gets the answer.

use async_trait::async_trait;
use kit::error::Error;
use proto::training::v1::HelpAnswered;

use super::{Told, Whom};
use crate::{domain::content::Content, tell::Letter};

#[async_trait]
impl Told for HelpAnswered {
    const CONSUMER: &'static str = "notifications.help_answered";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let content = Content::HelpAnswered {
            title: self.course_title.clone().into(),
            message: self.answer.clone(),
            link: self.link_path.clone(),
        };
        Ok(vec![Letter { to: whom.person(&self.person).await?, content }])
    }
}
