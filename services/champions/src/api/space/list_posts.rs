//! `ListPosts`: newest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::champions::v1::{ListPostsRequest, ListPostsResponse};
use tonic::{Request, Response};

use super::view::{self, Reader};
use crate::{Champions, api::champion, store};

pub(super) async fn list_posts(
    s: &Champions,
    request: Request<ListPostsRequest>,
) -> Result<Response<ListPostsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let db = s.db.read();
    let me = champion(db, &who, &o).await?;
    let mut found = store::space::list(db, &o, page.after.as_deref(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |p| p.id.clone());

    let posts = view::posts(db, &o, Reader { me, moderates: false }, &found).await?;
    Ok(Response::new(ListPostsResponse { posts, next_page_token }))
}
