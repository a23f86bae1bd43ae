//! Measures the weeks of running challenges that are over, and ends those whose last week is.

use std::time::Duration;

use async_trait::async_trait;
use jiff::{Timestamp, ToSpan, civil::Date};
use kit::{
    directory,
    error::Error,
    module::{Job, Progress},
};

use crate::{
    Incentives,
    domain::{
        award::{self, Award},
        challenge::{Challenge, Figures, State},
        progress, sentence,
        sums::Sums,
    },
    events::published,
    measuring::{self, Window},
    store,
};

/// A week is measured so many days after its end: what came late is counted then.
const SETTLED_DAYS: i64 = 3;

/// See the module.
pub(crate) struct Measure(pub(crate) Incentives);

#[async_trait]
impl Job for Measure {
    fn name(&self) -> &'static str {
        "incentives.measure"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(self.0.config.measure_every_seconds)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let s = &self.0;
        let mut worked = false;
        for organization in directory::organizations(s.db.read()).await? {
            let o = organization.id.as_str();
            let today = s.today(s.db.read(), o).await?;
            for challenge in store::challenge::running(s.db.read(), o).await? {
                match measure_next(s, o, &challenge, today, now).await {
                    Ok(done) => worked |= done,
                    // Telemetry has not counted so far, or cannot be reached: the next run asks again.
                    Err(error) => tracing::debug!(challenge = %challenge.id, %error, "not measured yet"),
                }
            }
        }
        Ok(if worked { Progress::Worked } else { Progress::Idle })
    }
}

/// Measures the first week that waits. Answers whether there was one.
async fn measure_next(
    s: &Incentives,
    o: &str,
    challenge: &Challenge,
    today: Date,
    now: Timestamp,
) -> Result<bool, Error> {
    let Some(announced) = challenge.announced else { return Ok(false) };
    let figures = store::figures::load(s.db.read(), o, &challenge.id).await?;
    let done = challenge
        .measured_teams()
        .map(|t| figures.get(&t.team).map_or(0, |f| f.weeks.len()))
        .min()
        .unwrap_or(usize::MAX);
    let weeks = usize::try_from(challenge.draft.weeks).unwrap_or(usize::MAX);
    let days = challenge.week(done);
    if done >= weeks || days.1.saturating_add(SETTLED_DAYS.days()) >= today {
        return Ok(false);
    }
    let rosters = store::roster::load(s.db.read(), o, &challenge.id).await?;
    let frozen = announced.frozen();
    let window = Window { organization: o, challenge, frozen, rosters: &rosters, days };
    let mut measured: Vec<(String, Sums)> = Vec::new();
    for team in challenge.measured_teams() {
        measured.push((team.team.clone(), measuring::sums(s, &window, team).await?));
    }

    let tx = s.db.begin().await?;
    let now_there = store::challenge::load(&tx, o, &challenge.id).await?;
    let Some(mut challenge) = now_there.filter(|c| c.state == State::Running) else { return Ok(false) };
    for (team, sums) in &measured {
        store::figures::save_week(&tx, o, &challenge.id, team, done, sums).await?;
    }
    if done + 1 == weeks {
        let figures = store::figures::load(&tx, o, &challenge.id).await?;
        end(s, &tx, o, &mut challenge, &figures, now).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Ends a challenge: with an award when the goal is reached and the guards hold.
async fn end(
    s: &Incentives,
    tx: &kit::db::Tx,
    o: &str,
    challenge: &mut Challenge,
    figures: &Figures,
    now: Timestamp,
) -> Result<(), Error> {
    let progress = progress::progress(challenge, figures);
    challenge.state = if progress.earns_prize() { State::Reached } else { State::NotReached };
    challenge.revision += 1;
    if let (State::Reached, Some(prize), Some(budget)) =
        (challenge.state, challenge.draft.prize, challenge.draft.budget.clone())
    {
        let award = Award {
            id: s.ids.next(),
            challenge: challenge.id.clone(),
            teams: challenge.draft.teams.clone(),
            prize,
            budget,
            state: award::State::Open,
            options: Vec::new(),
            reward: None,
            redemption: None,
            reject_reason: String::new(),
            create_time: now,
        };
        store::award::save(tx, o, &award).await?;
        challenge.award = Some(award.id);
    }
    store::challenge::save(tx, o, challenge).await?;
    let said = sentence::sentence(challenge.draft.measure, progress.weeks, &progress);
    s.outbox.add(tx, o, &published::challenge_ended(o, challenge, &said)).await?;
    Ok(())
}
