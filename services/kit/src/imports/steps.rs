//! The steps of an import as callers take them, the same in every service that takes files. A service says what is its
//! own ([`Intake`]) and passes its requests on.

use async_trait::async_trait;
use proto::imports::v1::{
    ApplyImportRequest, CreateImportRequest, GetImportRequest, Import, ImportMapping, ImportState as State,
    ImportSummary, ListImportsRequest, ListImportsResponse, PreviewImportRequest, UploadImportPartRequest,
};
use sea_orm::ConnectionTrait;
use tonic::{Request, Response};

use super::{
    Field, Mapped, RowError, inspect, refusal,
    store::{self as files, Stored},
};
use crate::{
    auth::Caller,
    clock::SharedClock,
    db::{Db, Tx},
    error::Error,
    id::Ids,
    name::OrganizationName,
    page::Page,
    request_id::RequestId,
    text::clean,
    violation::Violations,
};

/// The most bytes of one part: a message has at most 1 MiB.
const PART: usize = 768 * 1024;

crate::resource_name! {
    /// The name of an import.
    pub struct ImportName = organizations/{organization}/imports/{import};
}

/// What a service needs for any import.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// Where the files wait.
    pub db: &'a Db,
    /// The time.
    pub clock: &'a SharedClock,
    /// New ids.
    pub ids: &'a Ids,
}

/// What is a service's own about the files that it takes.
#[async_trait]
pub trait Intake: Send + Sync {
    /// Under what files and mappings are kept: `directory`, `usage` …
    const KIND: &'static str;
    /// What columns and constants can be mapped to.
    const FIELDS: &'static [Field];

    /// What it works with.
    fn desk(&self) -> Desk<'_>;

    /// Checks a mapping for the columns of a file. By itself that is what the fields say.
    async fn check_mapping(
        &self,
        _tx: &Tx,
        _organization: &str,
        mapping: &ImportMapping,
        columns: &[String],
        violations: &mut Violations,
    ) -> Result<(), Error> {
        Mapped::resolve(mapping, columns, Self::FIELDS, violations);
        Ok(())
    }
}

/// `CreateImport`: begins to take a file.
pub async fn create<S: Intake>(
    s: &S,
    request: Request<CreateImportRequest>,
) -> Result<Response<Import>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let OrganizationName { organization } = who.parse("parent", &request.parent)?;
    let mut v = who.violations();
    v.length("request_id", &request.request_id, 0..=64);
    let file_name = clean(&request.file_name).split_whitespace().collect::<Vec<_>>().join(" ");
    v.length("file_name", &file_name, 1..=200);
    v.check()?;

    let Desk { db, clock, ids } = s.desk();
    let tx = db.begin().await?;
    let once = RequestId::new(&organization, "CreateImport", &request.request_id, &request, clock.now());
    if let Some(answer) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(answer));
    }
    let actor = who.person().unwrap_or_default();
    let import = files::create(&ids.next(), S::KIND, &file_name, who.language(), actor, clock.now());
    files::save(&tx, &organization, &import).await?;
    let answer = shown(&organization, &import);
    once.remember(&tx, &answer).await?;
    tx.commit().await?;
    Ok(Response::new(answer))
}

/// `UploadImportPart`: a part of the file; after the last one, a first look at it.
pub async fn upload_part<S: Intake>(
    s: &S,
    request: Request<UploadImportPartRequest>,
) -> Result<Response<Import>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ImportName = who.parse("name", &request.name)?;
    let mut v = who.violations();
    v.count("data", request.data.len(), PART);
    v.range("offset", request.offset, 0..=i64::MAX);
    v.check()?;

    let tx = s.desk().db.begin().await?;
    let mut import = load::<S, _>(&tx, &name).await?;
    files::append(&tx, &name.organization, &mut import, request.offset, &request.data).await?;
    tx.commit().await?;
    if request.last && import.message.state() == State::Uploading {
        import = look(s, &name.organization, import).await?;
    }
    Ok(Response::new(shown(&name.organization, &import)))
}

/// `PreviewImport`: starts a dry run with a mapping.
pub async fn preview<S: Intake>(
    s: &S,
    request: Request<PreviewImportRequest>,
) -> Result<Response<Import>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ImportName = who.parse("name", &request.name)?;
    let o = &name.organization;

    let Desk { db, clock, .. } = s.desk();
    let tx = db.begin().await?;
    let mut import = load::<S, _>(&tx, &name).await?;
    match import.message.state() {
        State::Ready | State::Checking | State::Checked => {}
        State::Applying | State::Done => return Err(refusal::already_applied()),
        State::Unspecified | State::Uploading | State::Failed => return Err(refusal::file_not_ready()),
    }
    let mapping = request.mapping.or(import.message.mapping.take()).unwrap_or_default();
    let mut v = who.violations();
    s.check_mapping(&tx, o, &mapping, &import.message.columns, &mut v).await?;
    v.check()?;
    files::save_mapping(&tx, o, S::KIND, &import.message.columns, &mapping, clock.now()).await?;
    import.message.mapping = Some(mapping);
    import.message.summary = None;
    import.message.errors.clear();
    import.message.rows_done = 0;
    import.message.set_state(State::Checking);
    files::save(&tx, o, &import).await?;
    tx.commit().await?;
    Ok(Response::new(shown(o, &import)))
}

/// `ApplyImport`: starts to write what the dry run showed.
pub async fn apply<S: Intake>(
    s: &S,
    request: Request<ApplyImportRequest>,
) -> Result<Response<Import>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ImportName = who.parse("name", &request.name)?;

    let tx = s.desk().db.begin().await?;
    let mut import = load::<S, _>(&tx, &name).await?;
    match import.message.state() {
        State::Checked => {}
        // The same call once more, after an answer that got lost.
        State::Applying | State::Done => return Ok(Response::new(shown(&name.organization, &import))),
        State::Ready | State::Checking => return Err(refusal::not_checked()),
        State::Unspecified | State::Uploading | State::Failed => return Err(refusal::file_not_ready()),
    }
    let bad_rows = import.message.summary.as_ref().map_or(0, |summary| summary.bad_rows);
    if bad_rows > 0 && !request.skip_invalid {
        return Err(refusal::bad_rows());
    }
    import.skip_invalid = request.skip_invalid;
    import.message.rows_done = 0;
    import.message.set_state(State::Applying);
    files::save(&tx, &name.organization, &import).await?;
    tx.commit().await?;
    Ok(Response::new(shown(&name.organization, &import)))
}

/// `GetImport`: an import with its progress.
pub async fn get<S: Intake>(s: &S, request: Request<GetImportRequest>) -> Result<Response<Import>, Error> {
    let who = Caller::of(&request)?;
    let name: ImportName = who.parse("name", &request.get_ref().name)?;
    let import = load::<S, _>(s.desk().db.read(), &name).await?;
    Ok(Response::new(shown(&name.organization, &import)))
}

/// `ListImports`: imports, newest first, without sample and errors.
pub async fn list<S: Intake>(
    s: &S,
    request: Request<ListImportsRequest>,
) -> Result<Response<ListImportsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let OrganizationName { organization } = who.parse("parent", &request.parent)?;
    let mut v = who.violations();
    let page = Page::parse(&mut v, request.page_size, &request.page_token);
    v.check()?;
    let (db, after) = (s.desk().db.read(), page.after.as_deref());
    let mut rows = files::list(db, &organization, S::KIND, after, page.limit()).await?;
    let next_page_token = page.cut(&mut rows, |last| last.id.clone());
    let imports = rows.iter().map(|import| Import {
        sample: Vec::new(),
        errors: Vec::new(),
        ..shown(&organization, import)
    });
    Ok(Response::new(ListImportsResponse { imports: imports.collect(), next_page_token }))
}

/// The import of a name, if it is of this service's kind.
async fn load<S: Intake, C: ConnectionTrait>(db: &C, name: &ImportName) -> Result<Stored, Error> {
    let import = files::load(db, &name.organization, &name.import).await?;
    import.filter(|i| i.kind == S::KIND).ok_or_else(|| Error::not_found(name))
}

/// An import with its name, for the contract.
fn shown(organization: &str, import: &Stored) -> Import {
    Import { name: ImportName::new(organization, &import.id).to_string(), ..import.message.clone() }
}

/// Columns, some rows, and the mapping to begin with; or why the file cannot be read.
async fn look<S: Intake>(s: &S, organization: &str, mut import: Stored) -> Result<Stored, Error> {
    let db = s.desk().db;
    let content = files::content(db.read(), organization, &import).await?;
    let found =
        tokio::task::spawn_blocking(move || inspect(content, S::FIELDS)).await.map_err(Error::internal)?;
    let tx = db.begin().await?;
    match found {
        Ok(found) => {
            let saved = files::saved_mapping(&tx, organization, S::KIND, &found.columns).await?;
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
