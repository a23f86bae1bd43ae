//! `AddAttachment`: an image for an own proposal.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{AddAttachmentRequest, Attachment};
use tonic::{Request, Response};

use super::adding;
use crate::{
    Feedback,
    api::proposals::{seeing::own, view},
    names::ProposalName,
};

pub(super) async fn add_attachment(
    s: &Feedback,
    request: Request<AddAttachmentRequest>,
) -> Result<Response<Attachment>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ProposalName = who.parse("parent", &request.parent)?;
    let o = &name.organization;
    // Before the image is decoded, which costs more than to be refused.
    own(s.db.read(), &who, &name).await?.must_be_votable()?;
    let ready =
        s.decode(who.violations(), request.content_type, request.content, &request.description).await?;

    let tx = s.db.begin().await?;
    let proposal = own(&tx, &who, &name).await?;
    let added = adding::add(&tx, o, &proposal, ready).await?;
    tx.commit().await?;

    Ok(Response::new(view::attachment(o, &proposal.id, added)))
}
