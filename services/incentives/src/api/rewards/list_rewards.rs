//! `ListRewards`: newest first.

use kit::{
    auth::{Caller, Role},
    error::Error,
    name::OrganizationName,
    page::Page,
};
use proto::incentives::v1::{ListRewardsRequest, ListRewardsResponse};
use tonic::{Request, Response};

use crate::{Incentives, api::convert::reward as convert, store};

pub(super) async fn list_rewards(
    s: &Incentives,
    request: Request<ListRewardsRequest>,
) -> Result<Response<ListRewardsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let archived = request.show_archived && who.has(Role::Hr);
    let mut found =
        store::reward::list(s.db.read(), &o, archived, page.after.as_deref(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |r| r.id.clone());

    let rewards = found.iter().map(|r| convert::write(&o, r)).collect();
    Ok(Response::new(ListRewardsResponse { rewards, next_page_token }))
}
