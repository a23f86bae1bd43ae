//! `CreateImport`: begins to take a file.

use kit::{auth::Caller, error::Error, imports::store as files, request_id::RequestId};
use proto::{identity::v1::CreateImportRequest, imports::v1::Import};
use tonic::{Request, Response};

use super::show;
use crate::{
    Identity,
    api::reference::check_request_id,
    domain::{import::KIND, text::line},
    names::OrganizationName,
};

pub(super) async fn create_import(
    s: &Identity,
    request: Request<CreateImportRequest>,
) -> Result<Response<Import>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let OrganizationName { organization } = who.parse("parent", &request.parent)?;
    let mut v = who.violations();
    check_request_id(&mut v, &request.request_id);
    let file_name = line(&request.file_name);
    v.length("file_name", &file_name, 1..=200);
    v.check()?;

    let tx = s.db.begin().await?;
    let once = RequestId::new(&organization, "CreateImport", &request.request_id, &request, s.clock.now());
    if let Some(answer) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(answer));
    }
    let actor = who.person().unwrap_or_default();
    let import = files::create(&s.ids.next(), KIND, &file_name, who.language(), actor, s.clock.now());
    files::save(&tx, &organization, &import).await?;
    let answer = show::whole(&organization, &import);
    once.remember(&tx, &answer).await?;
    tx.commit().await?;
    Ok(Response::new(answer))
}
