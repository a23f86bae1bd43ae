//! `ListCoreTasks`: the core tasks of an application.

use kit::{auth::Caller, error::Error};
use proto::telemetry::v1::{ListCoreTasksRequest, ListCoreTasksResponse};
use tonic::{Request, Response};

use super::{convert, scope};
use crate::{Telemetry, domain::name::ApplicationName, store::core_task};

pub(super) async fn list_core_tasks(
    s: &Telemetry,
    request: Request<ListCoreTasksRequest>,
) -> Result<Response<ListCoreTasksResponse>, Error> {
    let who = Caller::of(&request)?;
    let parent: ApplicationName = who.parse("parent", &request.get_ref().parent)?;
    scope::application(s, &parent).await?;
    let rows = core_task::list(s.db.read(), &parent.organization, &parent.application).await?;
    let core_tasks = rows.iter().map(|row| convert::core_task(&parent, row)).collect();
    Ok(Response::new(ListCoreTasksResponse { core_tasks }))
}
