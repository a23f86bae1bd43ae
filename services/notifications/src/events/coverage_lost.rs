//! `CoverageLost`: HR hears which teams lost their champion, and why.

use async_trait::async_trait;
use kit::error::Error;
use proto::{access::v1::Role, champions::v1::CoverageLost};

use super::{Told, Whom, bare, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for CoverageLost {
    const CONSUMER: &'static str = "notifications.coverage_lost";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::CoverageLost, &self.link_path)
            .plain("teams", &self.teams_display_name)
            .count("team_count", usize::try_from(self.team_count).unwrap_or(0))
            .plain("why", bare(self.reason().as_str_name(), "GAP_REASON_"));
        Ok(to_all(whom.holders(Role::Hr).await?, &Content::News(news)))
    }
}
