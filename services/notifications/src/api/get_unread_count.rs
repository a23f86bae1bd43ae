//! `GetUnreadCount`: the number on the bell.

use kit::{auth::Caller, error::Error, name::OrganizationName};
use proto::notifications::v1::{GetUnreadCountRequest, GetUnreadCountResponse};
use tonic::{Request, Response};

use crate::{Notifications, store::notification};

pub(super) async fn get_unread_count(
    s: &Notifications,
    request: Request<GetUnreadCountRequest>,
) -> Result<Response<GetUnreadCountResponse>, Error> {
    let who = Caller::of(&request)?;
    let parent: OrganizationName = who.parse("parent", &request.get_ref().parent)?;

    let count = notification::count_unread(s.db.read(), &parent.organization, who.person()?).await?;
    Ok(Response::new(GetUnreadCountResponse { unread_count: i32::try_from(count).unwrap_or(i32::MAX) }))
}
