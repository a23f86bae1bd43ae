//! `GetImport`: an import with its progress.

use kit::{auth::Caller, error::Error};
use proto::{imports::v1::Import, telemetry::v1::GetImportRequest};
use tonic::{Request, Response};

use super::import as show;
use crate::{Telemetry, domain::name::ImportName};

pub(super) async fn get_import(
    s: &Telemetry,
    request: Request<GetImportRequest>,
) -> Result<Response<Import>, Error> {
    let who = Caller::of(&request)?;
    let name: ImportName = who.parse("name", &request.get_ref().name)?;
    let import = show::load(s.db.read(), &name).await?;
    Ok(Response::new(show::whole(&name.organization, &import)))
}
