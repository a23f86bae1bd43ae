//! `PersonInvited`: the link to a first password.

use async_trait::async_trait;
use kit::{db::time, error::Error};
use proto::identity::v1::PersonInvited;

use super::{Told, Whom};
use crate::{domain::content::Content, tell::Letter};

#[async_trait]
impl Told for PersonInvited {
    const CONSUMER: &'static str = "notifications.person_invited";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let content = Content::PersonInvited {
            organization: whom.directory.display_name().to_owned(),
            link: self.link_path.clone(),
            expires: self.expire_time.and_then(time::from_proto),
        };
        Ok(vec![Letter { to: whom.person(&self.person).await?, content }])
    }
}
