//! `adoption.outreach`: asks others for the help that interventions want: people in a pulse, committees, champions, HR about
//! a challenge. Whoever is asked keeps one of each for an intervention, so asking again after a crash does no harm. Where
//! nobody can be asked, HR gets a task.

mod ask;

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    error::Error,
    module::{Job, Progress},
};
use tonic::{Code, Status};

use super::EVERY;
use crate::{Adoption, domain::intervention::StepState, store};

/// Steps at a time: many, so that those of a service that is out do not stand before the others.
const STEPS_AT_ONCE: i64 = 200;

/// The job.
pub(super) struct AskOthers(pub(super) Adoption);

#[async_trait]
impl Job for AskOthers {
    fn name(&self) -> &'static str {
        "adoption.outreach"
    }

    fn every(&self) -> Duration {
        EVERY
    }

    async fn run(&self, _now: Timestamp) -> Result<Progress, Error> {
        let mut progress = Progress::Idle;
        for (organization, intervention, seq) in
            store::outreach::open(self.0.db.read(), STEPS_AT_ONCE).await?
        {
            if take(&self.0, &organization, &intervention, seq).await? {
                progress = Progress::Worked;
            }
        }
        Ok(progress)
    }
}

/// Whether the step came further.
async fn take(s: &Adoption, organization: &str, id: &str, seq: i32) -> Result<bool, Error> {
    let db = s.db.read();
    let Some(intervention) = store::intervention::load(db, organization, id).await? else { return Ok(false) };
    let Some(flag) = store::flag::load(db, organization, &intervention.flag).await? else { return Ok(false) };
    let Some(step) = store::outreach::load(db, organization, id, seq).await? else { return Ok(false) };
    let tree = kit::directory::teams(db, organization).await?;
    let step = match ask::ask(s, organization, &tree, &flag, step.clone()).await {
        Ok(asked) => asked,
        Err(status) if is_refusal(&status) => {
            tracing::warn!(code = ?status.code(), message = status.message(), "a step was refused");
            step.refused()
        }
        Err(status) => {
            tracing::debug!(code = ?status.code(), "a step has to wait");
            return Ok(false);
        }
    };
    let tx = s.db.begin().await?;
    if !store::outreach::advance(&tx, organization, StepState::Open, &step).await? {
        return Ok(false);
    }
    if let Some(task) = step.instead(s.ids.next(), s.today()) {
        let team = Adoption::team_name(&tree, &flag.anchor);
        s.give_task(&tx, organization, &flag, &team, &intervention, &task).await?;
    }
    s.complete_if_done(&tx, organization, intervention).await?;
    tx.commit().await?;
    Ok(true)
}

/// Whether asking again would bring the same answer; anything else is tried again.
fn is_refusal(status: &Status) -> bool {
    let lasting = [
        Code::InvalidArgument,
        Code::NotFound,
        Code::AlreadyExists,
        Code::FailedPrecondition,
        Code::OutOfRange,
        Code::PermissionDenied,
        Code::Unimplemented,
    ];
    lasting.contains(&status.code())
}
