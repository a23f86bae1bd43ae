//! Reminds owners of tasks from meetings that are open after their day: on the day after, and then weekly.

use std::{collections::BTreeMap, time::Duration};

use async_trait::async_trait;
use jiff::{Timestamp, ToSpan};
use kit::{
    directory,
    error::Error,
    module::{Job, Progress},
};

use crate::{Feedback, events::meeting_published, store};

/// Tasks of one step.
const AT_ONCE: u64 = 200;

pub(super) struct OverdueTasks(pub(super) Feedback);

#[async_trait]
impl Job for OverdueTasks {
    fn name(&self) -> &'static str {
        "feedback.overdue_tasks"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(self.0.config.daily_work_every_seconds)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let s = &self.0;
        let mut progress = Progress::Idle;
        for organization in directory::organizations(s.db.read()).await? {
            let o = organization.id.as_str();
            let today = store::days::today(s.db.read(), o, now).await?;
            let week_ago = today.checked_sub(7.days()).unwrap_or(today);
            if store::outcome::to_remind(s.db.read(), o, today, week_ago, 1).await?.is_empty() {
                continue;
            }
            let tx = s.db.begin().await?;
            let mut committees = BTreeMap::new();
            for mut outcome in store::outcome::to_remind(&tx, o, today, week_ago, AT_ONCE).await? {
                if !committees.contains_key(&outcome.committee) {
                    let title = store::committee::load(&tx, o, &outcome.committee).await?;
                    committees.insert(outcome.committee.clone(), title.map(|c| c.title).unwrap_or_default());
                }
                let Some(task) = outcome.task.as_mut().filter(|t| t.wants_reminder(today)) else { continue };
                task.reminded = Some(today);
                let (task, title) = (task.clone(), &committees[&outcome.committee]);
                s.outbox.add(&tx, o, &meeting_published::task_overdue(o, title, &outcome, &task)).await?;
                store::outcome::save(&tx, o, &outcome).await?;
                progress = Progress::Worked;
            }
            tx.commit().await?;
        }
        Ok(progress)
    }
}
