//! `DeleteApplication`: puts an application away.

use kit::{auth::Caller, db::time::to_micros, error::Error};
use proto::telemetry::v1::{Application, DeleteApplicationRequest};
use tonic::{Request, Response};

use super::convert;
use crate::{Telemetry, domain::name::ApplicationName, store::application};

pub(super) async fn delete_application(
    s: &Telemetry,
    request: Request<DeleteApplicationRequest>,
) -> Result<Response<Application>, Error> {
    let who = Caller::of(&request)?;
    let name: ApplicationName = who.parse("name", &request.get_ref().name)?;
    let tx = s.db.begin().await?;
    let found = application::load(&tx, &name.organization, &name.application).await?;
    let mut row = found.ok_or_else(|| Error::not_found(&name))?;
    if row.delete_time.is_none() {
        row.delete_time = Some(to_micros(s.clock.now()));
        row.revision += 1;
        application::save(&tx, &name.organization, &row).await?;
    }
    tx.commit().await?;
    s.ingest.names.forget_application(&name.organization, &name.application);
    Ok(Response::new(convert::application(&name.organization, &row)))
}
