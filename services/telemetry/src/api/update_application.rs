//! `UpdateApplication`: renames an application.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::telemetry::v1::{Application, UpdateApplicationRequest};
use tonic::{Request, Response};

use super::{convert, scope};
use crate::{Telemetry, domain::name::ApplicationName, store::application};

pub(super) async fn update_application(
    s: &Telemetry,
    request: Request<UpdateApplicationRequest>,
) -> Result<Response<Application>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let wanted = request.application.unwrap_or_default();
    let name: ApplicationName = who.parse("application.name", &wanted.name)?;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), &["title"]);
    let title = scope::title(&mut violations, "application.title", wanted.title.as_ref(), mask.has("title"));
    violations.check()?;

    let tx = s.db.begin().await?;
    let found = application::load(&tx, &name.organization, &name.application).await?;
    let mut row = found.ok_or_else(|| Error::not_found(&name))?;
    if !wanted.etag.is_empty() && wanted.etag != convert::etag(row.revision) {
        return Err(Error::changed(&name));
    }
    if mask.has("title") && row.title != title {
        row.title = title;
        row.revision += 1;
        application::save(&tx, &name.organization, &row).await?;
    }
    tx.commit().await?;
    Ok(Response::new(convert::application(&name.organization, &row)))
}
