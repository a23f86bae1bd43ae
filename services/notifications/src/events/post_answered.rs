//! `PostAnswered`: whoever wrote the post hears who answered.

use async_trait::async_trait;
use kit::error::Error;
use proto::champions::v1::PostAnswered;

use super::{Told, Whom};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for PostAnswered {
    const CONSUMER: &'static str = "notifications.post_answered";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::PostAnswered, &self.link_path)
            .plain("author", &self.answerer_display_name)
            .plain("title", &self.title);
        Ok(vec![Letter { to: whom.person(&self.author).await?, content: Content::News(news) }])
    }
}
