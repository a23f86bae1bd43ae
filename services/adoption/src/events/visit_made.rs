//! `hamgam.champions.v1.VisitMade`: the visit that an intervention asked for is made, and with the last step the
//! intervention is done.

use async_trait::async_trait;
use kit::{
    bus::{Consumer, Envelope},
    db::Tx,
    error::Error,
};
use prost::Name;
use proto::champions::v1::VisitMade;

use crate::{
    Adoption,
    domain::{intervention::StepState, playbook::Step},
    names::last,
    store,
};

/// The consumer.
pub(crate) struct FollowVisits(pub(crate) Adoption);

#[async_trait]
impl Consumer for FollowVisits {
    fn name(&self) -> &'static str {
        "adoption.visit_made"
    }

    fn kinds(&self) -> Vec<String> {
        vec![VisitMade::full_name()]
    }

    async fn consume(&self, tx: &Tx, event: &Envelope) -> Result<(), Error> {
        let told: VisitMade = event.decode()?;
        let organization = event.organization.as_str();
        let Some(intervention) = store::intervention::load(tx, organization, last(&told.source)).await?
        else {
            return Ok(());
        };
        let steps = store::outreach::of(tx, organization, &intervention.id).await?;
        let Some(mut step) = steps.into_iter().find(|s| matches!(s.step, Step::Visit { .. })) else {
            return Ok(());
        };
        let before = step.state;
        if before == StepState::Done {
            return Ok(());
        }
        (step.state, step.opened, step.failure) = (StepState::Done, vec![told.visit], None);
        store::outreach::advance(tx, organization, before, &step).await?;
        self.0.complete_if_done(tx, organization, intervention).await
    }
}
