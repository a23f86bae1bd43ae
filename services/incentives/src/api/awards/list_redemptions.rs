//! `ListRedemptions`: newest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::incentives::v1::{self as pb, ListRedemptionsRequest, ListRedemptionsResponse};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    api::{convert, scope::Sight},
    domain::award::Redeemed,
    store::{self, award, redemption::Filter},
};

pub(super) async fn list_redemptions(
    s: &Incentives,
    request: Request<ListRedemptionsRequest>,
) -> Result<Response<ListRedemptionsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let mut filter = Filter::default();
    if request.state != i32::from(pb::RedemptionState::Unspecified) {
        let name = pb::RedemptionState::try_from(request.state).ok().map(|s| s.as_str_name());
        filter.state = convert::choice(&mut violations, "state", name, "REDEMPTION_STATE_", &Redeemed::ALL);
    }
    violations.check()?;

    let db = s.db.read();
    if let Some(challenges) = Sight::of_awards(s, &who).await?.ids() {
        let own = award::Filter { challenges: Some(challenges) };
        let awards = store::award::list(db, &o, &own, None, None).await?;
        filter.awards = Some(awards.into_iter().map(|a| a.id).collect());
    }
    let mut found = store::redemption::list(db, &o, &filter, page.after.as_deref(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |r| r.id.clone());
    let mut redemptions = Vec::with_capacity(found.len());
    for redemption in &found {
        redemptions.push(view::redemption(db, &o, redemption).await?);
    }

    Ok(Response::new(ListRedemptionsResponse { redemptions, next_page_token }))
}
