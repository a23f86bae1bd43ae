//! `MinutesApproved`: whoever was invited can read what was decided.

use async_trait::async_trait;
use kit::error::Error;
use proto::feedback::v1::MinutesApproved;

use super::{Told, Whom, day, to_all};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    tell::Letter,
};

#[async_trait]
impl Told for MinutesApproved {
    const CONSUMER: &'static str = "notifications.minutes_approved";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        let number = |n: i32| usize::try_from(n).unwrap_or(0);
        let news = News::new(Kind::MinutesApproved, &self.link)
            .text("title", self.title.clone())
            .text("committee", self.committee_title.clone())
            .day("day", day(&self.day))
            .count("decisions", number(self.decisions))
            .count("tasks", number(self.tasks));
        let mut people = Vec::with_capacity(self.people.len());
        for person in &self.people {
            people.push(whom.person(person).await?);
        }
        Ok(to_all(people, &Content::News(news)))
    }
}
