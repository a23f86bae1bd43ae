//! You said, we did: the one place where a proposal gets a status, by hand or as a decision of a committee, and everybody
//! whom it concerns is told.

use kit::{db::Tx, error::Error};

use crate::{
    Feedback,
    domain::proposal::{Proposal, Status, StatusChange},
    events::proposal_published,
    store,
};

/// An answer to a proposal.
pub(crate) struct Answer {
    /// The status from now on.
    pub(crate) status: Status,
    /// What is said with it.
    pub(crate) words: String,
    /// Who answers.
    pub(crate) actor: String,
    /// The resource name of the decision, if it comes from one.
    pub(crate) decision: Option<String>,
}

impl Feedback {
    /// Answers a proposal in the caller's transaction; whether anything changed. Whoever made, follows, voted for or commented on
    /// it is told, but whoever answers. A duplicate is refused.
    pub(crate) async fn answer(
        &self,
        tx: &Tx,
        organization: &str,
        proposal: &mut Proposal,
        answer: Answer,
    ) -> Result<bool, Error> {
        if !proposal.answer(answer.status, answer.words)? {
            return Ok(false);
        }
        store::proposal::save(tx, organization, proposal).await?;
        self.note_change(tx, organization, proposal, &answer.actor, answer.decision).await?;
        let mut people = store::proposal_people::concerned(tx, organization, &proposal.id).await?;
        people.extend(proposal.proposer.as_ref().map(|p| p.person.clone()));
        people.remove(&answer.actor);
        for event in proposal_published::answered(organization, proposal, "", people) {
            self.outbox.add(tx, organization, &event).await?;
        }
        Ok(true)
    }

    /// Writes down what became of a proposal.
    pub(crate) async fn note_change(
        &self,
        tx: &Tx,
        organization: &str,
        proposal: &Proposal,
        actor: &str,
        decision: Option<String>,
    ) -> Result<(), Error> {
        let change = StatusChange {
            status: proposal.status,
            answer: proposal.answer.clone(),
            actor: actor.to_owned(),
            decision,
            time: self.clock.now(),
        };
        store::proposal_change::add(tx, organization, &proposal.id, &change).await
    }
}
