//! `NominationDecided`: the nominee, and whoever nominated, hear what the manager said; why not, only the nominee.

use async_trait::async_trait;
use kit::error::Error;
use proto::champions::v1::NominationDecided;

use super::{Told, Whom};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for NominationDecided {
    const CONSUMER: &'static str = "notifications.nomination_decided";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = |own: bool| {
            News::new(Kind::NominationDecided, &self.link_path)
                .flag("own", own)
                .flag("consented", self.consented)
                .plain("nominee", &self.nominee_display_name)
                .text("programme", self.programme_title.clone())
                .plain("reason", if own { self.decline_reason.as_str() } else { "" })
        };
        let nominee = whom.person(&self.nominee).await?;
        let mut letters = vec![Letter { to: nominee, content: Content::News(news(true)) }];
        if self.nominator != self.nominee {
            let nominator = whom.person(&self.nominator).await?;
            letters.push(Letter { to: nominator, content: Content::News(news(false)) });
        }
        Ok(letters)
    }
}
