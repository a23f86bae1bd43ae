//! `HelpRequested`: the trainers hear what a learner asks; HR where there is no trainer.

use async_trait::async_trait;
use kit::error::Error;
use proto::{access::v1::Role, training::v1::HelpRequested};

use super::{Told, Whom, to_all};
use crate::{domain::content::Content, tell::Letter};

#[async_trait]
impl Told for HelpRequested {
    const CONSUMER: &'static str = "notifications.help_requested";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let mut people = whom.holders(Role::Trainer).await?;
        if people.is_empty() {
            people = whom.holders(Role::Hr).await?;
        }
        let content = Content::HelpRequested {
            title: self.course_title.clone().into(),
            person: self.person_display_name.clone(),
            message: self.question.clone(),
            link: self.link_path.clone(),
        };
        Ok(to_all(people, &content))
    }
}
