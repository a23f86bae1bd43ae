//! `MarkAllRead`: everything that the caller has seen is read.

use kit::{auth::Caller, db::time, error::Error, name::OrganizationName, violation::Rule};
use proto::notifications::v1::{MarkAllReadRequest, MarkAllReadResponse};
use tonic::{Request, Response};

use crate::{Notifications, store::notification};

pub(super) async fn mark_all_read(
    s: &Notifications,
    request: Request<MarkAllReadRequest>,
) -> Result<Response<MarkAllReadResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let until = request.until_time.and_then(time::from_proto);
    let mut violations = who.violations();
    if until.is_none()
        && let Some(wrong) = request.until_time
    {
        violations.add("until_time", wrong, Rule::NotATime);
    }
    violations.check()?;

    let tx = s.db.begin().await?;
    let marked =
        notification::mark_all_read(&tx, &parent.organization, who.person()?, until, s.clock.now()).await?;
    tx.commit().await?;
    Ok(Response::new(MarkAllReadResponse { marked_count: i32::try_from(marked).unwrap_or(i32::MAX) }))
}
