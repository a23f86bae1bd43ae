//! `ChampionTermEnded`: the champion and HR hear that a term ends soon, or is over.

use async_trait::async_trait;
use kit::error::Error;
use proto::{access::v1::Role, champions::v1::ChampionTermEnded};

use super::{Told, Whom, bare, day, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for ChampionTermEnded {
    const CONSUMER: &'static str = "notifications.champion_term_ended";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = |own: bool| {
            News::new(Kind::ChampionTermEnded, &self.link_path)
                .flag("own", own)
                .plain("why", bare(self.reason().as_str_name(), "END_REASON_"))
                .plain("person", &self.person_display_name)
                .text("programme", self.programme_title.clone())
                .day("end", day(&self.end_day))
        };
        let champion = whom.person(&self.person).await?;
        let mut hr = whom.holders(Role::Hr).await?;
        hr.retain(|p| p.id != champion.id);
        let mut letters = to_all(hr, &Content::News(news(false)));
        letters.push(Letter { to: champion, content: Content::News(news(true)) });
        Ok(letters)
    }
}
