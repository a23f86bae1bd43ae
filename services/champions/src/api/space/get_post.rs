//! `GetPost`: with its answers.

use kit::{auth::Caller, error::Error};
use proto::champions::v1::{GetPostRequest, Post};
use tonic::{Request, Response};

use super::view::{self, Reader};
use crate::{Champions, api::champion, names::PostName, store};

pub(super) async fn get_post(
    s: &Champions,
    request: Request<GetPostRequest>,
) -> Result<Response<Post>, Error> {
    let who = Caller::of(&request)?;
    let name: PostName = who.parse("name", &request.get_ref().name)?;
    let (db, o) = (s.db.read(), &name.organization);

    let me = champion(db, &who, o).await?;
    let post = store::space::load(db, o, &name.post).await?.ok_or_else(|| Error::not_found(&name))?;

    Ok(Response::new(view::whole(db, o, Reader { me, moderates: false }, &post).await?))
}
