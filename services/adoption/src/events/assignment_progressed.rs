//! `hamgam.training.v1.AssignmentProgressed`: how far the people of a retraining are. When all of them are done, so is the
//! step, and with the last step the intervention.

use async_trait::async_trait;
use kit::{
    bus::{Consumer, Envelope},
    db::Tx,
    error::Error,
};
use prost::Name;
use proto::training::v1::{AssignmentProgressed, AssignmentState};

use crate::{
    Adoption,
    domain::intervention::{Retraining, StepState},
    store,
};

/// The consumer.
pub(crate) struct FollowRetraining(pub(crate) Adoption);

#[async_trait]
impl Consumer for FollowRetraining {
    fn name(&self) -> &'static str {
        "adoption.assignment_progressed"
    }

    fn kinds(&self) -> Vec<String> {
        vec![AssignmentProgressed::full_name()]
    }

    async fn consume(&self, tx: &Tx, event: &Envelope) -> Result<(), Error> {
        let told: AssignmentProgressed = event.decode()?;
        let number = |n: i32| u32::try_from(n).unwrap_or(0);
        let progress = Retraining {
            enrolled: number(told.enrolled),
            completed: number(told.completed),
            enrolls: told.state() == AssignmentState::Active,
            ended: told.state() == AssignmentState::Ended,
            revision: told.revision,
        };
        let organization = event.organization.as_str();
        store::training_step::save_progress(tx, organization, &told.assignment, &progress).await?;
        // An older one changes nothing: what is kept decides.
        let kept = store::training_step::progress(tx, organization, &told.assignment).await?;
        if !kept.is_some_and(|p| p.is_over()) {
            return Ok(());
        }
        let of = store::training_step::of_assignment(tx, organization, &told.assignment).await?;
        let Some((intervention, seq)) = of else { return Ok(()) };
        let Some(intervention) = store::intervention::load(tx, organization, &intervention).await? else {
            return Ok(());
        };
        let steps = store::training_step::of(tx, organization, &intervention.id).await?;
        if let Some(mut step) = steps.into_iter().find(|s| s.seq == seq && s.state == StepState::Assigned) {
            step.state = StepState::Done;
            store::training_step::save(tx, organization, &step).await?;
            self.0.complete_if_done(tx, organization, intervention).await?;
        }
        Ok(())
    }
}
