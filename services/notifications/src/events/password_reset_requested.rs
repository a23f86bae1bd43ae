//! `PasswordResetRequested`: the link to a new password.

use async_trait::async_trait;
use kit::{db::time, error::Error};
use proto::identity::v1::PasswordResetRequested;

use super::{Told, Whom};
use crate::{domain::content::Content, tell::Letter};

#[async_trait]
impl Told for PasswordResetRequested {
    const CONSUMER: &'static str = "notifications.password_reset_requested";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let content = Content::PasswordReset {
            link: self.link_path.clone(),
            expires: self.expire_time.and_then(time::from_proto),
        };
        Ok(vec![Letter { to: whom.person(&self.person).await?, content }])
    }
}
