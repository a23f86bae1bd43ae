//! `DeleteComment`: an own comment, taken back.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{DeleteCommentRequest, DeleteCommentResponse};
use tonic::{Request, Response};

use crate::{
    Feedback,
    api::{moderation::content::recount, proposals::seeing::seen},
    names::{CommentName, ProposalName},
    store::{self, proposal_report::Thing},
};

pub(super) async fn delete_comment(
    s: &Feedback,
    request: Request<DeleteCommentRequest>,
) -> Result<Response<DeleteCommentResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: CommentName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let mut proposal = seen(&tx, &who, &ProposalName::new(o, &name.proposal)).await?;
    let comment = store::proposal_comment::load(&tx, o, &name.proposal, &name.comment).await?;
    let comment = comment.ok_or_else(|| Error::not_found(&name))?;
    if comment.person() != Some(who.person()?) {
        return Err(Error::Denied);
    }
    store::proposal_comment::delete(&tx, o, &comment).await?;
    let thing = Thing { proposal: comment.proposal.clone(), comment: Some(comment.id.clone()) };
    store::proposal_report::forget(&tx, o, &thing).await?;
    recount(&tx, o, &mut proposal).await?;
    tx.commit().await?;

    Ok(Response::new(DeleteCommentResponse {}))
}
