//! `GetProposal`: one proposal with its images.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{GetProposalRequest, Proposal};
use tonic::{Request, Response};

use super::{
    seeing::{person, seen},
    view,
};
use crate::{Feedback, names::ProposalName};

pub(super) async fn get_proposal(
    s: &Feedback,
    request: Request<GetProposalRequest>,
) -> Result<Response<Proposal>, Error> {
    let who = Caller::of(&request)?;
    let name: ProposalName = who.parse("name", &request.get_ref().name)?;
    let db = s.db.read();
    let proposal = seen(db, &who, &name).await?;

    Ok(Response::new(view::full(db, &name.organization, person(&who), &proposal).await?))
}
