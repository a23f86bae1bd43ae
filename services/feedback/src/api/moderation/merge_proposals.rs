//! `MergeProposals`: two that say the same become one.

use kit::{auth::Caller, contract::reference, error::Error, violation::Rule};
use proto::feedback::v1::{MergeProposalsRequest, Proposal};
use tonic::{Request, Response};

use crate::{
    Feedback,
    api::proposals::{seeing::person, view},
    events::proposal_published,
    names::ProposalName,
    store,
};

pub(super) async fn merge_proposals(
    s: &Feedback,
    request: Request<MergeProposalsRequest>,
) -> Result<Response<Proposal>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ProposalName = who.parse("name", &request.name)?;
    let (o, actor) = (&name.organization, person(&who));
    let mut violations = who.violations();
    let destination: Option<ProposalName> =
        reference(&mut violations, "destination", o, &request.destination);
    if destination.as_ref() == Some(&name) {
        violations.add("destination", &request.destination, Rule::Cycle);
    }

    let tx = s.db.begin().await?;
    let proposal = store::proposal::load(&tx, o, &name.proposal).await?;
    let mut proposal = proposal.ok_or_else(|| Error::not_found(&name))?;
    let other = match &destination {
        Some(destination) => store::proposal::load(&tx, o, &destination.proposal).await?,
        None => None,
    };
    if destination.is_some() && other.is_none() {
        violations.add("destination", &request.destination, Rule::NotFound);
    }
    violations.check()?;
    let mut other = other.ok_or_else(|| Error::internal("a destination without violations is missing"))?;

    if proposal.merge_into(&other)? {
        let mut people = store::proposal_people::concerned(&tx, o, &proposal.id).await?;
        people.extend(proposal.proposer.as_ref().map(|p| p.person.clone()));
        people.remove(actor);
        store::proposal_people::move_all(&tx, o, &proposal.id, &other.id).await?;
        let votes = store::proposal_people::count_votes(&tx, o, &other.id).await?;
        other.votes = u32::try_from(votes).unwrap_or(u32::MAX);
        store::proposal::save(&tx, o, &other).await?;
        store::proposal::save(&tx, o, &proposal).await?;
        s.note_change(&tx, o, &proposal, actor, None).await?;
        for event in proposal_published::answered(o, &proposal, &other.draft.title, people) {
            s.outbox.add(&tx, o, &event).await?;
        }
    }
    let reply = view::full(&tx, o, actor, &proposal).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
