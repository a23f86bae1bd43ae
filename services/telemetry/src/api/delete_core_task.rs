//! `DeleteCoreTask`: takes a core task away.

use kit::{auth::Caller, db::time::to_micros, error::Error};
use proto::telemetry::v1::{DeleteCoreTaskRequest, DeleteCoreTaskResponse};
use tonic::{Request, Response};

use super::scope;
use crate::{
    Telemetry,
    domain::{
        days::utc_day,
        name::{ApplicationName, CoreTaskName},
        retention::first_raw_day,
    },
    store::{
        core_task,
        dirty::{self, What},
    },
};

pub(super) async fn delete_core_task(
    s: &Telemetry,
    request: Request<DeleteCoreTaskRequest>,
) -> Result<Response<DeleteCoreTaskResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: CoreTaskName = who.parse("name", &request.get_ref().name)?;
    let parent = ApplicationName::new(&name.organization, &name.application);
    let application = scope::application(s, &parent).await?;
    let tenant = s.ingest.names.tenant(&name.organization).await?;
    let tx = s.db.begin().await?;
    if !core_task::delete(&tx, &name.organization, &name.application, &name.core_task).await? {
        return Err(Error::not_found(&name));
    }
    let today = utc_day(to_micros(s.clock.now()));
    let days = first_raw_day(today)..=today;
    dirty::mark(&tx, tenant.id, application.ordinal, What::Usage, days).await?;
    tx.commit().await?;
    Ok(Response::new(DeleteCoreTaskResponse {}))
}
