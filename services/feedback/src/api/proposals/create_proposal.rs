//! `CreateProposal`: somebody says something in the own name.

use kit::{auth::Caller, directory, error::Error, name::OrganizationName, request_id::RequestId};
use proto::feedback::v1::{CreateProposalRequest, Proposal as Reply};
use tonic::{Request, Response};

use super::{draft, view};
use crate::{
    Feedback,
    domain::proposal::{Proposal, Proposer},
    error::too_much,
    store,
};

/// When it makes sense to try again once the day is full, in seconds.
const AN_HOUR: u64 = 3_600;

pub(super) async fn create_proposal(
    s: &Feedback,
    request: Request<CreateProposalRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let (person, now) = (who.person()?, s.clock.now());
    let mut violations = who.violations();
    let draft = draft::read(&mut violations, &o, &request.proposal.clone().unwrap_or_default());
    violations.check()?;
    let draft = draft.ok_or_else(|| Error::internal("a draft without violations is missing"))?;

    let once = RequestId::new(&o, "CreateProposal", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let day = store::days::today(&tx, &o, now).await?;
    if store::proposal::count_of(&tx, &o, person, day).await? >= s.config.proposals_per_day {
        return Err(too_much(AN_HOUR));
    }
    let known = directory::person(&tx, &o, person).await?;
    let team = known.as_ref().and_then(|p| p.membership_on(day)).map(|m| m.team.clone());
    let proposer = Proposer { person: person.to_owned(), team };
    let proposal = Proposal::new(s.random_id(), draft, Some(proposer), day);
    store::proposal::insert(&tx, &o, &proposal, None).await?;
    store::proposal_people::follow(&tx, &o, &proposal.id, person).await?;
    let reply = view::full(&tx, &o, person, &proposal).await?;
    once.remember(&tx, &reply).await?;
    s.searching.put(&tx, &o, &proposal).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
