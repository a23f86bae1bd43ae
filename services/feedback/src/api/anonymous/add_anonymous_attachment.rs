//! `AddAnonymousAttachment`: an image for a proposal, from whoever has its secret.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{AddAnonymousAttachmentRequest, Attachment};
use tonic::{Request, Response};

use super::by_secret;
use crate::{
    Feedback,
    api::{attachments::adding, proposals::view},
};

pub(super) async fn add_anonymous_attachment(
    s: &Feedback,
    request: Request<AddAnonymousAttachmentRequest>,
) -> Result<Response<Attachment>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let mut violations = who.violations();
    let o = by_secret::organization(&mut violations, &request.parent);
    let secret = by_secret::secret(&mut violations, &request.secret);
    violations.check()?;
    let (Some(o), Some(secret)) = (o, secret) else {
        return Err(Error::internal("a request without violations is incomplete"));
    };
    // Before the image is decoded, which costs more than to be refused.
    by_secret::proposal(s.db.read(), &o, &secret).await?.must_be_votable()?;
    let ready =
        s.decode(who.violations(), request.content_type, request.content, &request.description).await?;

    let tx = s.db.begin().await?;
    let proposal = by_secret::proposal(&tx, &o, &secret).await?;
    let added = adding::add(&tx, &o, &proposal, ready).await?;
    tx.commit().await?;

    Ok(Response::new(view::attachment(&o, &proposal.id, added)))
}
