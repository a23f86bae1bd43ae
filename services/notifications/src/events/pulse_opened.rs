//! `PulseOpened`: whoever is asked hears until when.

use async_trait::async_trait;
use kit::error::Error;
use proto::feedback::v1::PulseOpened;

use super::{Told, Whom, day, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for PulseOpened {
    const CONSUMER: &'static str = "notifications.pulse_opened";

    fn application(&self) -> &str {
        &self.application
    }

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let news = News::new(Kind::PulseOpened, &self.link)
            .text("title", self.title.clone())
            .day("due", day(&self.close_day));
        let mut people = Vec::with_capacity(self.people.len());
        for person in &self.people {
            people.push(whom.person(person).await?);
        }
        Ok(to_all(people, &Content::News(news)))
    }
}
