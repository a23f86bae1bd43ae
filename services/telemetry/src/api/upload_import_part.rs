//! `UploadImportPart`: a part of the file; after the last one, a first look at it.

use kit::{
    auth::Caller,
    error::Error,
    imports::{
        RowError, inspect,
        store::{self as files, Stored},
    },
};
use proto::{
    imports::v1::{Import, ImportState as State, ImportSummary},
    telemetry::v1::UploadImportPartRequest,
};
use tonic::{Request, Response};

use super::import as show;
use crate::{
    Telemetry,
    domain::name::ImportName,
    imports::{FIELDS, KIND},
};

/// The most bytes of one part: a message has at most 1 MiB.
const PART: usize = 768 * 1024;

pub(super) async fn upload_import_part(
    s: &Telemetry,
    request: Request<UploadImportPartRequest>,
) -> Result<Response<Import>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ImportName = who.parse("name", &request.name)?;
    let mut v = who.violations();
    v.count("data", request.data.len(), PART);
    v.range("offset", request.offset, 0..=i64::MAX);
    v.check()?;

    let tx = s.db.begin().await?;
    let mut import = show::load(&tx, &name).await?;
    files::append(&tx, &name.organization, &mut import, request.offset, &request.data).await?;
    tx.commit().await?;
    if request.last && import.message.state() == State::Uploading {
        import = look(s, &name.organization, import).await?;
    }
    Ok(Response::new(show::whole(&name.organization, &import)))
}

/// Columns, some rows, and the mapping to begin with; or why the file cannot be read.
async fn look(s: &Telemetry, organization: &str, mut import: Stored) -> Result<Stored, Error> {
    let content = files::content(s.db.read(), organization, &import).await?;
    let found =
        tokio::task::spawn_blocking(move || inspect(content, FIELDS)).await.map_err(Error::internal)?;
    let tx = s.db.begin().await?;
    match found {
        Ok(found) => {
            let saved = files::saved_mapping(&tx, organization, KIND, &found.columns).await?;
            found.describe(&mut import.message, saved);
        }
        Err(problem) => {
            import.message.errors = vec![RowError::from(problem).to_proto(import.language)];
            import.message.summary = Some(ImportSummary { bad_rows: 1, ..ImportSummary::default() });
            import.message.set_state(State::Failed);
            files::discard_content(&tx, organization, &import.id).await?;
        }
    }
    files::save(&tx, organization, &import).await?;
    tx.commit().await?;
    Ok(import)
}
