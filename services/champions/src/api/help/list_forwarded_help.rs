//! `ListForwardedHelp`: from the caller's teams, those that wait longest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::champions::v1::{ListForwardedHelpRequest, ListForwardedHelpResponse};
use tonic::{Request, Response};

use super::view;
use crate::{Champions, api::champion, store};

pub(super) async fn list_forwarded_help(
    s: &Champions,
    request: Request<ListForwardedHelpRequest>,
) -> Result<Response<ListForwardedHelpResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let db = s.db.read();
    let me = champion(db, &who, &o).await?;
    let (after, answered) = (page.after.as_deref(), request.show_answered);
    let mut found = store::help::list(db, &o, me, answered, after, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |h| h.id.clone());

    let forwarded_help = view::write(db, &o, &found).await?;
    Ok(Response::new(ListForwardedHelpResponse { forwarded_help, next_page_token }))
}
