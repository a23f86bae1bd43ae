//! `VoteProposal`: once per person.

use kit::{auth::Caller, directory, error::Error};
use proto::feedback::v1::{Proposal, VoteProposalRequest};
use tonic::{Request, Response};

use super::{seeing::seen, view};
use crate::{
    Feedback,
    error::{Reason, Refuse},
    names::ProposalName,
    store,
};

pub(super) async fn vote_proposal(
    s: &Feedback,
    request: Request<VoteProposalRequest>,
) -> Result<Response<Proposal>, Error> {
    let who = Caller::of(&request)?;
    let name: ProposalName = who.parse("name", &request.get_ref().name)?;
    let (o, person) = (&name.organization, who.person()?);

    let tx = s.db.begin().await?;
    let mut proposal = seen(&tx, &who, &name).await?;
    proposal.must_be_votable()?;
    let day = store::days::today(&tx, o, s.clock.now()).await?;
    let known = directory::person(&tx, o, person).await?;
    let team = known.as_ref().and_then(|p| p.membership_on(day)).map(|m| m.team.as_str());
    if !store::proposal_people::vote(&tx, o, &proposal.id, person, team, day).await? {
        return Err(Reason::AlreadyVoted.refuse("the person voted already"));
    }
    proposal.votes += 1;
    store::proposal::save(&tx, o, &proposal).await?;
    let reply = view::full(&tx, o, person, &proposal).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
