//! `ListModerationQueue`: what waits for a look.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::feedback::v1::{ListModerationQueueRequest, ListModerationQueueResponse};
use tonic::{Request, Response};

use super::content;
use crate::{Feedback, api::proposals::seeing::person, store};

pub(super) async fn list_moderation_queue(
    s: &Feedback,
    request: Request<ListModerationQueueRequest>,
) -> Result<Response<ListModerationQueueResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let db = s.db.read();
    let mut waiting = store::proposal_report::queue(db, &o, page.after.as_deref(), page.limit()).await?;
    let next_page_token = page.cut(&mut waiting, |(place, _)| place.clone());
    let mut contents = Vec::with_capacity(waiting.len());
    for (_, thing) in waiting {
        contents.push(content::load(db, &o, thing).await?.write(db, &o, person(&who)).await?);
    }

    Ok(Response::new(ListModerationQueueResponse { contents, next_page_token }))
}
