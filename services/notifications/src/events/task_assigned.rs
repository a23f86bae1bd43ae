//! `TaskAssigned`: whose task it is hears what to do: the champions of the team, or HR.

use async_trait::async_trait;
use kit::error::Error;
use proto::{
    access::v1::Role,
    adoption::v1::{TaskAssigned, TaskAssignee},
};

use super::{Told, Whom, day, to_all};
use crate::{domain::content::Content, tell::Letter};

#[async_trait]
impl Told for TaskAssigned {
    const CONSUMER: &'static str = "notifications.task_assigned";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let mut people = match self.assignee() {
            TaskAssignee::Champion => whom.champions(&self.team, &self.members).await?,
            TaskAssignee::Hr | TaskAssignee::Unspecified => Vec::new(),
        };
        if people.is_empty() {
            people = whom.holders(Role::Hr).await?;
        }
        let content = Content::TaskAssigned {
            team: self.team_display_name.clone(),
            title: self.title.clone().into(),
            sentence: self.description.clone().into(),
            due: day(&self.due_day),
            link: self.link.clone(),
        };
        Ok(to_all(people, &content))
    }
}
