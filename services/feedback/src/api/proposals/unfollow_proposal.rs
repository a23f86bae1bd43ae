//! `UnfollowProposal`: ends that.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{Proposal, UnfollowProposalRequest};
use tonic::{Request, Response};

use super::{seeing::seen, view};
use crate::{Feedback, names::ProposalName, store};

pub(super) async fn unfollow_proposal(
    s: &Feedback,
    request: Request<UnfollowProposalRequest>,
) -> Result<Response<Proposal>, Error> {
    let who = Caller::of(&request)?;
    let name: ProposalName = who.parse("name", &request.get_ref().name)?;
    let (o, person) = (&name.organization, who.person()?);

    let tx = s.db.begin().await?;
    let proposal = seen(&tx, &who, &name).await?;
    store::proposal_people::unfollow(&tx, o, &proposal.id, person).await?;
    let reply = view::full(&tx, o, person, &proposal).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
