//! `MarkRead`: one notification of the caller is read.

use kit::{auth::Caller, error::Error};
use proto::notifications::v1::{MarkReadRequest, Notification};
use tonic::{Request, Response};

use super::{NotificationName, convert};
use crate::{Notifications, store::notification};

pub(super) async fn mark_read(
    s: &Notifications,
    request: Request<MarkReadRequest>,
) -> Result<Response<Notification>, Error> {
    let who = Caller::of(&request)?;
    let name: NotificationName = who.parse("name", &request.get_ref().name)?;

    let tx = s.db.begin().await?;
    let mut found = notification::load(&tx, &name.organization, who.person()?, &name.notification)
        .await?
        .ok_or_else(|| Error::not_found(&name))?;
    if found.read_time.is_none() {
        let now = s.clock.now();
        notification::mark_read(&tx, &name.organization, &found.id, now).await?;
        found.read_time = Some(now);
    }
    tx.commit().await?;

    let (reader, zone) = s.screen_of(&who).await?;
    Ok(Response::new(convert::notification(&name.organization, &found, &s.renderer, reader, &zone)?))
}
