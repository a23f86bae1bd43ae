//! `EnrollmentCompleted`: the learner hears that it counts, and of the certificate.

use async_trait::async_trait;
use kit::error::Error;
use proto::training::v1::EnrollmentCompleted;

use super::{Told, Whom};
use crate::{domain::content::Content, tell::Letter};

#[async_trait]
impl Told for EnrollmentCompleted {
    const CONSUMER: &'static str = "notifications.enrollment_completed";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let content = Content::EnrollmentCompleted {
            title: self.course_title.clone().into(),
            certificate: !self.certificate_code.is_empty(),
            link: self.link_path.clone(),
        };
        Ok(vec![Letter { to: whom.person(&self.person).await?, content }])
    }
}
