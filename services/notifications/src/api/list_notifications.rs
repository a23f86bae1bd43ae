//! `ListNotifications`: the caller's inbox, newest first, in the caller's language.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::notifications::v1::{ListNotificationsRequest, ListNotificationsResponse};
use tonic::{Request, Response};

use super::convert;
use crate::{Notifications, store::notification};

pub(super) async fn list_notifications(
    s: &Notifications,
    request: Request<ListNotificationsRequest>,
) -> Result<Response<ListNotificationsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let organization = &parent.organization;
    let mut found =
        notification::list(s.db.read(), organization, who.person()?, request.unread_only, &page).await?;
    let next_page_token = page.cut(&mut found, notification::Notification::key);
    let (reader, zone) = s.screen_of(&who).await?;
    let notifications = found
        .iter()
        .map(|n| convert::notification(organization, n, &s.renderer, reader, &zone))
        .collect::<Result<_, _>>()?;
    Ok(Response::new(ListNotificationsResponse { notifications, next_page_token }))
}
