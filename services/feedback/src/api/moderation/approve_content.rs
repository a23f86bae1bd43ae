//! `ApproveContent`: looked at, and left as it is.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{ApproveContentRequest, ModeratedContent};
use tonic::{Request, Response};

use super::content;
use crate::{Feedback, api::proposals::seeing::person};

pub(super) async fn approve_content(
    s: &Feedback,
    request: Request<ApproveContentRequest>,
) -> Result<Response<ModeratedContent>, Error> {
    let who = Caller::of(&request)?;
    let (o, thing) = content::parse(&who, &request.get_ref().name)?;

    let tx = s.db.begin().await?;
    let mut content = content::load(&tx, &o, thing).await?;
    content.review(&tx, &o, true).await?;
    let reply = content.write(&tx, &o, person(&who)).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
