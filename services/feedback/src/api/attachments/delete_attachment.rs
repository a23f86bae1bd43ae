//! `DeleteAttachment`: an image of an own proposal, taken away.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{DeleteAttachmentRequest, DeleteAttachmentResponse};
use tonic::{Request, Response};

use crate::{
    Feedback,
    api::proposals::seeing::own,
    names::{AttachmentName, ProposalName},
    store,
};

pub(super) async fn delete_attachment(
    s: &Feedback,
    request: Request<DeleteAttachmentRequest>,
) -> Result<Response<DeleteAttachmentResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: AttachmentName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let proposal = own(&tx, &who, &ProposalName::new(o, &name.proposal)).await?;
    proposal.must_be_votable()?;
    if !store::proposal_attachment::delete(&tx, o, &proposal.id, &name.attachment).await? {
        return Err(Error::not_found(&name));
    }
    tx.commit().await?;

    Ok(Response::new(DeleteAttachmentResponse {}))
}
