//! `OutcomeTaskAssigned`, `OutcomeTaskOverdue`: whose task it is hears what to do, and again when its day has passed.

use async_trait::async_trait;
use kit::error::Error;
use proto::{
    feedback::v1::{OutcomeTaskAssigned, OutcomeTaskOverdue},
    localization::v1::LocalizedText,
};

use super::{Told, Whom, day};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for OutcomeTaskAssigned {
    const CONSUMER: &'static str = "notifications.outcome_task_assigned";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = news(
            Kind::OutcomeTaskAssigned,
            &self.link,
            self.text.as_ref(),
            self.committee_title.as_ref(),
            &self.due_day,
        );
        Ok(vec![Letter { to: whom.person(&self.owner).await?, content: Content::News(news) }])
    }
}

#[async_trait]
impl Told for OutcomeTaskOverdue {
    const CONSUMER: &'static str = "notifications.outcome_task_overdue";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = news(
            Kind::OutcomeTaskOverdue,
            &self.link,
            self.text.as_ref(),
            self.committee_title.as_ref(),
            &self.due_day,
        );
        Ok(vec![Letter { to: whom.person(&self.owner).await?, content: Content::News(news) }])
    }
}

fn news(
    kind: Kind,
    link: &str,
    task: Option<&LocalizedText>,
    committee: Option<&LocalizedText>,
    due: &str,
) -> News {
    News::new(kind, link)
        .text("task", task.cloned())
        .text("committee", committee.cloned())
        .day("due", day(due))
}
