//! Begins the rounds that are due, and ends pulses whose last round is over.

use std::time::Duration;

use async_trait::async_trait;
use jiff::{Timestamp, civil::Date};
use kit::{
    db::Tx,
    directory,
    error::Error,
    module::{Job, Progress},
};

use crate::{Feedback, asking, domain::pulse::Pulse, store};

/// The job.
pub(crate) struct PulseRounds(pub(crate) Feedback);

#[async_trait]
impl Job for PulseRounds {
    fn name(&self) -> &'static str {
        "feedback.pulse_rounds"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(self.0.config.daily_work_every_seconds)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let s = &self.0;
        let mut worked = false;
        for organization in directory::organizations(s.db.read()).await? {
            let o = &organization.id;
            if store::pulse::running(s.db.read(), o).await?.is_empty() {
                continue;
            }
            let tx = s.db.begin().await?;
            let today = store::days::today(&tx, o, now).await?;
            for mut pulse in store::pulse::running(&tx, o).await? {
                worked |= go_on(s, &tx, o, &mut pulse, today).await?;
            }
            tx.commit().await?;
        }
        Ok(if worked { Progress::Worked } else { Progress::Idle })
    }
}

async fn go_on(s: &Feedback, tx: &Tx, o: &str, pulse: &mut Pulse, today: Date) -> Result<bool, Error> {
    let began = asking::begin_round(s, tx, o, pulse, today).await?;
    let mut ended = false;
    if pulse.has_begun_all() {
        let last = store::pulse_round::load(tx, o, &pulse.id, pulse.rounds_begun).await?;
        ended = last.is_none_or(|r| r.is_over(today)) && pulse.close()?;
    }
    if began || ended {
        store::pulse::save(tx, o, pulse).await?;
    }
    Ok(began || ended)
}
