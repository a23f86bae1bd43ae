//! `ListChallenges`: newest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::incentives::v1::{ListChallengesRequest, ListChallengesResponse};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    api::{convert::challenge as convert, scope::Sight},
    store::{self, challenge::Filter},
};

pub(super) async fn list_challenges(
    s: &Incentives,
    request: Request<ListChallengesRequest>,
) -> Result<Response<ListChallengesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let states = convert::states(&mut violations, &request.states);
    violations.check()?;

    let db = s.db.read();
    let filter = Filter { states, ids: Sight::of(s, &who).await?.ids() };
    let mut found = store::challenge::list(db, &o, &filter, page.after.as_deref(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |c| c.id.clone());

    let challenges = view::all(db, &o, &found).await?;
    Ok(Response::new(ListChallengesResponse { challenges, next_page_token }))
}
