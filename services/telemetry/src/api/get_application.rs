//! `GetApplication`: one application.

use kit::{auth::Caller, error::Error};
use proto::telemetry::v1::{Application, GetApplicationRequest};
use tonic::{Request, Response};

use super::{convert, scope};
use crate::{Telemetry, domain::name::ApplicationName};

pub(super) async fn get_application(
    s: &Telemetry,
    request: Request<GetApplicationRequest>,
) -> Result<Response<Application>, Error> {
    let who = Caller::of(&request)?;
    let name: ApplicationName = who.parse("name", &request.get_ref().name)?;
    let row = scope::application(s, &name).await?;
    Ok(Response::new(convert::application(&name.organization, &row)))
}
