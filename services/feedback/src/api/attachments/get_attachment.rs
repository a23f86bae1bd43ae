//! `GetAttachment`: an image.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{AttachmentContent, GetAttachmentRequest};
use tonic::{Request, Response};

use crate::{
    Feedback,
    api::proposals::{seeing::seen, view},
    names::{AttachmentName, ProposalName},
    store,
};

pub(super) async fn get_attachment(
    s: &Feedback,
    request: Request<GetAttachmentRequest>,
) -> Result<Response<AttachmentContent>, Error> {
    let who = Caller::of(&request)?;
    let name: AttachmentName = who.parse("name", &request.get_ref().name)?;
    let (o, db) = (&name.organization, s.db.read());
    let proposal = seen(db, &who, &ProposalName::new(o, &name.proposal)).await?;
    let found = store::proposal_attachment::load(db, o, &proposal.id, &name.attachment).await?;
    let (attachment, content) = found.ok_or_else(|| Error::not_found(&name))?;

    let attachment = Some(view::attachment(o, &proposal.id, attachment));
    Ok(Response::new(AttachmentContent { attachment, content }))
}
