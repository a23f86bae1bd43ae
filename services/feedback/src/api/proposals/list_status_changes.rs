//! `ListStatusChanges`: what became of a proposal.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{ListStatusChangesRequest, ListStatusChangesResponse};
use tonic::{Request, Response};

use super::{seeing::seen, view};
use crate::{Feedback, names::ProposalName};

pub(super) async fn list_status_changes(
    s: &Feedback,
    request: Request<ListStatusChangesRequest>,
) -> Result<Response<ListStatusChangesResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: ProposalName = who.parse("parent", &request.get_ref().parent)?;
    let db = s.db.read();
    let proposal = seen(db, &who, &name).await?;

    let status_changes = view::changes(db, &name.organization, &proposal.id).await?;
    Ok(Response::new(ListStatusChangesResponse { status_changes }))
}
