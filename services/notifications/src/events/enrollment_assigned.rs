//! `EnrollmentAssigned`: the learner hears what there is to learn, and until when.

use async_trait::async_trait;
use kit::error::Error;
use proto::training::v1::EnrollmentAssigned;

use super::{Told, Whom, day};
use crate::{domain::content::Content, tell::Letter};

#[async_trait]
impl Told for EnrollmentAssigned {
    const CONSUMER: &'static str = "notifications.enrollment_assigned";

    fn application(&self) -> &str {
        &self.application
    }

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let content = Content::EnrollmentAssigned {
            title: self.course_title.clone().into(),
            due: day(&self.due_day),
            minutes: u32::try_from(self.minutes).unwrap_or(0),
            renews: self.recertification,
            link: self.link_path.clone(),
        };
        Ok(vec![Letter { to: whom.person(&self.person).await?, content }])
    }
}
