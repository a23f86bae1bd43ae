//! `WithdrawVote`: the own vote, back.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{Proposal, WithdrawVoteRequest};
use tonic::{Request, Response};

use super::{seeing::seen, view};
use crate::{Feedback, names::ProposalName, store};

pub(super) async fn withdraw_vote(
    s: &Feedback,
    request: Request<WithdrawVoteRequest>,
) -> Result<Response<Proposal>, Error> {
    let who = Caller::of(&request)?;
    let name: ProposalName = who.parse("name", &request.get_ref().name)?;
    let (o, person) = (&name.organization, who.person()?);

    let tx = s.db.begin().await?;
    let mut proposal = seen(&tx, &who, &name).await?;
    proposal.must_be_votable()?;
    if store::proposal_people::unvote(&tx, o, &proposal.id, person).await? {
        proposal.votes = proposal.votes.saturating_sub(1);
        store::proposal::save(&tx, o, &proposal).await?;
    }
    let reply = view::full(&tx, o, person, &proposal).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
