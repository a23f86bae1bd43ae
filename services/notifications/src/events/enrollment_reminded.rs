//! `EnrollmentReminded`: the learner is reminded before the day, and after it.

use async_trait::async_trait;
use kit::error::Error;
use proto::training::v1::EnrollmentReminded;

use super::{Told, Whom, day};
use crate::{domain::content::Content, tell::Letter};

#[async_trait]
impl Told for EnrollmentReminded {
    const CONSUMER: &'static str = "notifications.enrollment_reminded";

    fn application(&self) -> &str {
        &self.application
    }

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let content = Content::EnrollmentReminded {
            title: self.course_title.clone().into(),
            due: day(&self.due_day),
            overdue: self.working_days_left < 0,
            link: self.link_path.clone(),
        };
        Ok(vec![Letter { to: whom.person(&self.person).await?, content }])
    }
}
