//! `FollowUpDue`: the champion is reminded of the team, and of the own note.

use async_trait::async_trait;
use kit::error::Error;
use proto::champions::v1::FollowUpDue;

use super::{Told, Whom};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for FollowUpDue {
    const CONSUMER: &'static str = "notifications.follow_up_due";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::FollowUpDue, &self.link_path)
            .plain("team", &self.team_display_name)
            .plain("note", &self.note);
        Ok(vec![Letter { to: whom.person(&self.person).await?, content: Content::News(news) }])
    }
}
