//! `EnrollmentEscalated`: the manager, or HR, is asked to talk with whoever is long overdue.

use async_trait::async_trait;
use kit::error::Error;
use proto::{access::v1::Role, training::v1::EnrollmentEscalated};

use super::{Told, Whom, day, each_once, last_id, to_all};
use crate::{domain::content::Content, tell::Letter};

#[async_trait]
impl Told for EnrollmentEscalated {
    const CONSUMER: &'static str = "notifications.enrollment_escalated";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let mut people = Vec::new();
        if !self.manager.is_empty() {
            people.push(whom.person(&self.manager).await?);
        }
        if self.to_hr {
            people.extend(whom.holders(Role::Hr).await?);
        }
        // Nobody is asked to follow up on oneself.
        people.retain(|p| p.id != last_id(&self.person));
        let content = Content::EnrollmentEscalated {
            title: self.course_title.clone().into(),
            person: self.person_display_name.clone(),
            due: day(&self.due_day),
            link: self.link_path.clone(),
        };
        Ok(to_all(each_once(people), &content))
    }
}
