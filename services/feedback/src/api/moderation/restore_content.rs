//! `RestoreContent`: something that may be there after all.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{ModeratedContent, RestoreContentRequest};
use tonic::{Request, Response};

use super::content;
use crate::{Feedback, api::proposals::seeing::person};

pub(super) async fn restore_content(
    s: &Feedback,
    request: Request<RestoreContentRequest>,
) -> Result<Response<ModeratedContent>, Error> {
    let who = Caller::of(&request)?;
    let (o, thing) = content::parse(&who, &request.get_ref().name)?;

    let tx = s.db.begin().await?;
    let mut content = content::load(&tx, &o, thing).await?;
    content.hide(&tx, &o, None).await?;
    let reply = content.write(&tx, &o, person(&who)).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
