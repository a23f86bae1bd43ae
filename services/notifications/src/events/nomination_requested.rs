//! `NominationRequested`: the nominee is asked for a yes, the manager for consent; HR where there is no manager.

use async_trait::async_trait;
use kit::error::Error;
use proto::{access::v1::Role, champions::v1::NominationRequested};

use super::{Told, Whom, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for NominationRequested {
    const CONSUMER: &'static str = "notifications.nomination_requested";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let asked = if self.asked.is_empty() {
            whom.holders(Role::Hr).await?
        } else {
            vec![whom.person(&self.asked).await?]
        };
        let news = News::new(Kind::NominationRequested, &self.link_path)
            .flag("consent", self.consent)
            .plain("nominee", &self.nominee_display_name)
            .plain("nominator", &self.nominator_display_name)
            .text("programme", self.programme_title.clone())
            .plain("reason", &self.reason);
        Ok(to_all(asked, &Content::News(news)))
    }
}
