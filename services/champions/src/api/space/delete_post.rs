//! `DeletePost`: an own one. What was reported stays until a moderator looked at it.

use kit::{auth::Caller, error::Error};
use proto::champions::v1::{DeletePostRequest, DeletePostResponse};
use tonic::{Request, Response};

use crate::{
    Champions,
    api::champion,
    error::{Reason, Refuse},
    names::PostName,
    store,
};

pub(super) async fn delete_post(
    s: &Champions,
    request: Request<DeletePostRequest>,
) -> Result<Response<DeletePostResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: PostName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let me = champion(&tx, &who, o).await?;
    let post = store::space::load(&tx, o, &name.post).await?.ok_or_else(|| Error::not_found(&name))?;
    if post.author != me {
        return Err(Error::Denied);
    }
    if !store::space::open_reports(&tx, o, Some(&post.id), 1).await?.is_empty() {
        return Err(Reason::PostReported.refuse("the post was reported and waits for a moderator"));
    }
    store::space::delete(&tx, o, &post.id).await?;
    tx.commit().await?;

    Ok(Response::new(DeletePostResponse {}))
}
