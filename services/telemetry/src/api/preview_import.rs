//! `PreviewImport`: starts a dry run with a mapping.

use kit::{auth::Caller, error::Error, imports::store as files};
use proto::{
    imports::v1::{Import, ImportState as State},
    telemetry::v1::PreviewImportRequest,
};
use tonic::{Request, Response};

use super::import as show;
use crate::{
    Telemetry,
    domain::name::ImportName,
    error::Reason,
    imports::{KIND, check_mapping},
};

pub(super) async fn preview_import(
    s: &Telemetry,
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
        State::Applying | State::Done => {
            return Err(Reason::AlreadyApplied.because("the import is being written or is done"));
        }
        State::Unspecified | State::Uploading | State::Failed => {
            return Err(Reason::FileNotReady.because("the file is not complete, or cannot be read"));
        }
    }
    let mapping = request.mapping.or(import.message.mapping.take()).unwrap_or_default();
    let mut v = who.violations();
    check_mapping(&tx, o, &mapping, &import.message.columns, &mut v).await?;
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
