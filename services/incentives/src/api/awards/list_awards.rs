//! `ListAwards`: newest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::incentives::v1::{ListAwardsRequest, ListAwardsResponse};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    api::scope::Sight,
    store::{self, award::Filter},
};

pub(super) async fn list_awards(
    s: &Incentives,
    request: Request<ListAwardsRequest>,
) -> Result<Response<ListAwardsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let db = s.db.read();
    let filter = Filter { challenges: Sight::of_awards(s, &who).await?.ids() };
    let mut found = store::award::list(db, &o, &filter, page.after.as_deref(), Some(page.limit())).await?;
    let next_page_token = page.cut(&mut found, |a| a.id.clone());
    let mut awards = Vec::with_capacity(found.len());
    for award in &found {
        awards.push(view::award(s, db, &o, &who, award).await?);
    }

    Ok(Response::new(ListAwardsResponse { awards, next_page_token }))
}
