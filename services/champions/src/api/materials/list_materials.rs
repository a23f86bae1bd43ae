//! `ListMaterials`: newest first.

use kit::{
    auth::{Caller, Role},
    error::Error,
    name::OrganizationName,
    page::Page,
    violation::Rule,
};
use proto::{
    adoption::v1::Barrier,
    champions::v1::{ListMaterialsRequest, ListMaterialsResponse},
};
use tonic::{Request, Response};

use super::view;
use crate::{Champions, api::champion, store};

pub(super) async fn list_materials(
    s: &Champions,
    request: Request<ListMaterialsRequest>,
) -> Result<Response<ListMaterialsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let barrier = Barrier::try_from(request.barrier).ok();
    if barrier.is_none() {
        violations.add(
            "barrier",
            request.barrier,
            Rule::unknown_value(&["TOOL", "KNOWLEDGE", "ABILITY", "…"]),
        );
    }
    violations.check()?;

    let db = s.db.read();
    if !who.has_any(&[Role::Hr, Role::Trainer]) {
        champion(db, &who, &o).await?;
    }
    let barrier = barrier.filter(|b| *b != Barrier::Unspecified);
    let before = page.after.as_deref();
    let mut found = store::material::list(db, &o, barrier, before, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |m| m.id.clone());

    let materials = found.iter().map(|m| view::write(&o, m)).collect();
    Ok(Response::new(ListMaterialsResponse { materials, next_page_token }))
}
