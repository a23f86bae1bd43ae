//! `ListThanks`: the wall, newest first.

use kit::{
    auth::{Caller, Role},
    error::Error,
    name::OrganizationName,
    page::Page,
};
use proto::incentives::v1::{ListThanksRequest, ListThanksResponse};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    store::{self, recognition::Filter},
};

pub(super) async fn list_thanks(
    s: &Incentives,
    request: Request<ListThanksRequest>,
) -> Result<Response<ListThanksResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let hidden = request.show_hidden && who.has(Role::Hr);
    let filter = Filter { reader: who.person()?, mine: request.mine, hidden };
    let (db, before) = (s.db.read(), page.after.as_deref());
    let mut found = store::recognition::list(db, &o, &filter, before, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |r| r.id.clone());

    let recognitions = view::all(db, &o, &who, &found).await?;
    Ok(Response::new(ListThanksResponse { recognitions, next_page_token }))
}
