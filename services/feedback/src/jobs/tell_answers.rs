//! Tells on the next day what writers of anonymous proposals answered, so that the hour of a mail says nothing about the
//! hour at which somebody wrote.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    directory,
    error::Error,
    module::{Job, Progress},
};

use crate::{Feedback, events::proposal_published, store};

/// How many comments are told of in one step.
const STEP: u64 = 100;

/// See the module.
pub(crate) struct TellAnswers(pub(crate) Feedback);

#[async_trait]
impl Job for TellAnswers {
    fn name(&self) -> &'static str {
        "feedback.tell_answers"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(self.0.config.daily_work_every_seconds)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let mut progress = Progress::Idle;
        for organization in directory::organizations(self.0.db.read()).await? {
            if tell(&self.0, &organization.id, now).await? {
                progress = Progress::Worked;
            }
        }
        Ok(progress)
    }
}

async fn tell(s: &Feedback, o: &str, now: Timestamp) -> Result<bool, Error> {
    let today = store::days::today(s.db.read(), o, now).await?;
    if store::proposal_comment::untold(s.db.read(), o, today, 1).await?.is_empty() {
        return Ok(false);
    }
    let tx = s.db.begin().await?;
    for mut comment in store::proposal_comment::untold(&tx, o, today, STEP).await? {
        let proposal = store::proposal::load(&tx, o, &comment.proposal).await?;
        if let Some(proposal) = proposal.filter(|p| p.hidden.is_none())
            && comment.hidden.is_none()
        {
            let people = store::proposal_people::followers(&tx, o, &proposal.id).await?;
            for event in proposal_published::commented(o, &proposal, &comment, "", people) {
                s.outbox.add(&tx, o, &event).await?;
            }
        }
        comment.told = true;
        store::proposal_comment::save(&tx, o, &comment).await?;
    }
    tx.commit().await?;
    Ok(true)
}
