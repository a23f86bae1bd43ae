//! What people at the made-up organisation say, decide and share besides their work. Who does what on which day of the
//! history is written in `texts/*.toml`; it is done on that day, through the same calls as a browser's.

mod articles;
mod champions;
mod committee;
mod feedback;
mod folk;
mod inbox;
mod incentives;
mod later;
mod meeting;
mod nomination;
mod poll;
mod pulses;
mod script;
mod space;
mod thanks;
mod training;

use std::sync::Arc;

use jiff::civil::Date;
use kit::{client::Transport, clock::ShiftedClock};

use self::folk::Folk;
pub(crate) use self::folk::Ids;
use super::world::World;

/// Everything that lives besides usage and learning.
pub(crate) struct Life {
    folk: Folk,
    feedback: feedback::Script,
    committee: committee::Script,
    pulses: pulses::Script,
    articles: articles::Script,
    champions: champions::Script,
    incentives: incentives::Script,
    thanks: thanks::Script,
    later: later::Script,
}

impl Life {
    /// Reads what is written about it, and asks for what it is about.
    pub(crate) async fn new(
        transport: Transport,
        world: Arc<World>,
        ids: Ids,
        clock: Arc<ShiftedClock>,
    ) -> anyhow::Result<Self> {
        Ok(Self {
            folk: Folk::new(transport, world, ids, clock).await?,
            feedback: feedback::Script::read()?,
            committee: toml::from_str(include_str!("texts/committee.toml"))?,
            pulses: toml::from_str(include_str!("texts/pulses.toml"))?,
            articles: toml::from_str(include_str!("texts/articles.toml"))?,
            champions: toml::from_str(include_str!("texts/champions.toml"))?,
            incentives: toml::from_str(include_str!("texts/incentives.toml"))?,
            thanks: toml::from_str(include_str!("texts/thanks.toml"))?,
            later: toml::from_str(include_str!("texts/later.toml"))?,
        })
    }

    /// A day of the history.
    pub(crate) async fn live(&self, date: Date) -> anyhow::Result<()> {
        let day = folk::number(date);
        self.feedback.live(&self.folk, day).await?;
        Box::pin(self.articles.live(&self.folk, day)).await?;
        Box::pin(self.champions.live(&self.folk, day)).await?;
        Box::pin(self.committee.live(&self.folk, day)).await?;
        self.pulses.live(&self.folk, day).await?;
        Box::pin(self.incentives.live(&self.folk, day)).await?;
        self.thanks.live(&self.folk, day).await?;
        inbox::look(&self.folk, date, false).await
    }

    /// A day that a visitor lets pass.
    pub(crate) async fn go_on(&self, date: Date) -> anyhow::Result<()> {
        Box::pin(self.later.live(&self.folk, date)).await?;
        inbox::look(&self.folk, date, true).await
    }
}
