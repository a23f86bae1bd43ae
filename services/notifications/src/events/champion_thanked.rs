//! `ChampionThanked`: the champion reads the thanks.

use async_trait::async_trait;
use kit::error::Error;
use proto::champions::v1::ChampionThanked;

use super::{Told, Whom};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for ChampionThanked {
    const CONSUMER: &'static str = "notifications.champion_thanked";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::ChampionThanked, &self.link_path)
            .plain("person", &self.thanker_display_name)
            .plain("message", &self.text);
        Ok(vec![Letter { to: whom.person(&self.person).await?, content: Content::News(news) }])
    }
}
