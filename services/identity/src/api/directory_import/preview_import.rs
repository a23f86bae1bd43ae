//! `PreviewImport`: starts a dry run with a mapping.

use kit::{
    auth::Caller,
    error::Error,
    imports::{Mapped, store as files},
};
use proto::{
    identity::v1::PreviewImportRequest,
    imports::v1::{Import, ImportState as State},
};
use tonic::{Request, Response};

use super::show;
use crate::{
    Identity,
    domain::import::{FIELDS, KIND},
    error,
    names::ImportName,
};

pub(super) async fn preview_import(
    s: &Identity,
    request: Request<PreviewImportRequest>,
) -> Result<Response<Import>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ImportName = who.parse("name", &request.name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let mut import = show::load(&tx, &name).await?;
    match import.message.state() {
        State::Ready | State::Checking | State::Checked => {}
        State::Applying | State::Done => return Err(error::already_applied()),
        State::Unspecified | State::Uploading | State::Failed => return Err(error::file_not_ready()),
    }
    let mapping = request.mapping.or(import.message.mapping.take()).unwrap_or_default();
    let mut v = who.violations();
    Mapped::resolve(&mapping, &import.message.columns, FIELDS, &mut v);
    v.check()?;
    files::save_mapping(&tx, o, KIND, &import.message.columns, &mapping, s.clock.now()).await?;
    import.message.mapping = Some(mapping);
    import.message.summary = None;
    import.message.errors.clear();
    import.message.rows_done = 0;
    import.message.set_state(State::Checking);
    files::save(&tx, o, &import).await?;
    tx.commit().await?;
    Ok(Response::new(show::whole(o, &import)))
}
