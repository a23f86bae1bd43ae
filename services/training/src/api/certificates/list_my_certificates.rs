//! `ListMyCertificates`: newest first.

use kit::{auth::Caller, directory, error::Error, name::OrganizationName, page::Page};
use proto::training::v1::{ListMyCertificatesRequest, ListMyCertificatesResponse};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::certificate::own,
    store::{self, calendars::Calendars},
};

pub(super) async fn list_my_certificates(
    s: &Training,
    request: Request<ListMyCertificatesRequest>,
) -> Result<Response<ListMyCertificatesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let (db, person) = (s.db.read(), who.person()?);
    let before = page.after.as_deref();
    let mut found = store::certificate::of_person(db, &o, person, before, Some(page.limit())).await?;
    let next_page_token = page.cut(&mut found, |c| c.id.clone());
    let known = directory::person(db, &o, person).await?;
    let today = Calendars::load(db, &o).await?.today(known.as_ref(), s.clock.now());

    let certificates = found.iter().map(|c| own(&o, c, today)).collect();
    Ok(Response::new(ListMyCertificatesResponse { certificates, next_page_token }))
}
