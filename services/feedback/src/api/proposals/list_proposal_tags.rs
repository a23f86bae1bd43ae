//! `ListProposalTags`: the tags in use.

use kit::{auth::Caller, contract, error::Error, name::OrganizationName};
use proto::feedback::v1::{ListProposalTagsRequest, ListProposalTagsResponse, ProposalTag};
use tonic::{Request, Response};

use crate::{Feedback, store};

pub(super) async fn list_proposal_tags(
    s: &Feedback,
    request: Request<ListProposalTagsRequest>,
) -> Result<Response<ListProposalTagsResponse>, Error> {
    let who = Caller::of(&request)?;
    let o = who.parse::<OrganizationName>("parent", &request.get_ref().parent)?.organization;
    let tags = store::proposal_tag::list(s.db.read(), &o).await?;

    let write = |(tag, count)| ProposalTag { tag, count: contract::count(count) };
    Ok(Response::new(ListProposalTagsResponse { tags: tags.into_iter().map(write).collect() }))
}
