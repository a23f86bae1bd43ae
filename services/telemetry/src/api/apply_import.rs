//! `ApplyImport`: starts to write what the dry run showed.

use kit::{auth::Caller, error::Error, imports::store as files};
use proto::{
    imports::v1::{Import, ImportState as State},
    telemetry::v1::ApplyImportRequest,
};
use tonic::{Request, Response};

use super::import as show;
use crate::{Telemetry, domain::name::ImportName, error::Reason};

pub(super) async fn apply_import(
    s: &Telemetry,
    request: Request<ApplyImportRequest>,
) -> Result<Response<Import>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ImportName = who.parse("name", &request.name)?;

    let tx = s.db.begin().await?;
    let mut import = show::load(&tx, &name).await?;
    match import.message.state() {
        State::Checked => {}
        // The same call once more, after an answer that got lost.
        State::Applying | State::Done => return Ok(Response::new(show::whole(&name.organization, &import))),
        State::Ready | State::Checking => return Err(Reason::NotChecked.because("preview the import first")),
        State::Unspecified | State::Uploading | State::Failed => {
            return Err(Reason::FileNotReady.because("the file is not complete, or cannot be read"));
        }
    }
    let bad_rows = import.message.summary.as_ref().map_or(0, |summary| summary.bad_rows);
    if bad_rows > 0 && !request.skip_invalid {
        return Err(Reason::BadRows.because("some rows break rules: mend the file, or skip them"));
    }
    import.skip_invalid = request.skip_invalid;
    import.message.rows_done = 0;
    import.message.set_state(State::Applying);
    files::save(&tx, &name.organization, &import).await?;
    tx.commit().await?;
    Ok(Response::new(show::whole(&name.organization, &import)))
}
