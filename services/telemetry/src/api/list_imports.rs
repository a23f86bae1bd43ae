//! `ListImports`: imports, newest first.

use kit::{auth::Caller, error::Error, imports::store as files, name::OrganizationName, page::Page};
use proto::{
    imports::v1::Import,
    telemetry::v1::{ListImportsRequest, ListImportsResponse},
};
use tonic::{Request, Response};

use super::import as show;
use crate::{Telemetry, imports::KIND};

pub(super) async fn list_imports(
    s: &Telemetry,
    request: Request<ListImportsRequest>,
) -> Result<Response<ListImportsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let OrganizationName { organization } = who.parse("parent", &request.parent)?;
    let mut v = who.violations();
    let page = Page::parse(&mut v, request.page_size, &request.page_token);
    v.check()?;
    let after = page.after.as_deref();
    let mut rows = files::list(s.db.read(), &organization, KIND, after, page.limit()).await?;
    let next_page_token = page.cut(&mut rows, |last| last.id.clone());
    let imports = rows.iter().map(|import| Import {
        sample: Vec::new(),
        errors: Vec::new(),
        ..show::whole(&organization, import)
    });
    Ok(Response::new(ListImportsResponse { imports: imports.collect(), next_page_token }))
}
