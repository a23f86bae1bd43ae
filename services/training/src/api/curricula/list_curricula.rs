//! `ListCurricula`: oldest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::training::v1::{ListCurriculaRequest, ListCurriculaResponse};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::{curriculum as convert, reference_if_any},
    names::PositionName,
    store::{self, curriculum::Filter},
};

pub(super) async fn list_curricula(
    s: &Training,
    request: Request<ListCurriculaRequest>,
) -> Result<Response<ListCurriculaResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let position: Option<PositionName> = reference_if_any(&mut violations, "position", &o, &request.position);
    let level = convert::level(&mut violations, "level", request.level);
    violations.check()?;

    let filter = Filter { position: position.map(|p| p.position), level, archived: request.show_archived };
    let after = page.after.as_deref();
    let mut found = store::curriculum::list(s.db.read(), &o, &filter, after, Some(page.limit())).await?;
    let next_page_token = page.cut(&mut found, |c| c.id.clone());
    let courses: Vec<String> = found.iter().flat_map(|c| &c.steps).map(|s| s.course.clone()).collect();
    let titles = store::course::titles(s.db.read(), &o, &courses).await?;

    let curricula = found.iter().map(|c| convert::write(&o, c, &titles)).collect();
    Ok(Response::new(ListCurriculaResponse { curricula, next_page_token }))
}
