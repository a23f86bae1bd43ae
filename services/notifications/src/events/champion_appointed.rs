//! `ChampionAppointed`: the champion hears for which teams, and until when.

use async_trait::async_trait;
use kit::error::Error;
use proto::champions::v1::ChampionAppointed;

use super::{Told, Whom, day};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for ChampionAppointed {
    const CONSUMER: &'static str = "notifications.champion_appointed";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::ChampionAppointed, &self.link_path)
            .text("programme", self.programme_title.clone())
            .plain("teams", &self.teams_display_name)
            .day("end", day(&self.end_day));
        Ok(vec![Letter { to: whom.person(&self.person).await?, content: Content::News(news) }])
    }
}
