//! `ListBudgets`: newest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::incentives::v1::{ListBudgetsRequest, ListBudgetsResponse};
use tonic::{Request, Response};

use super::load;
use crate::{Incentives, store};

pub(super) async fn list_budgets(
    s: &Incentives,
    request: Request<ListBudgetsRequest>,
) -> Result<Response<ListBudgetsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let db = s.db.read();
    let mut found = store::budget::list(db, &o, page.after.as_deref(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |b| b.id.clone());
    let mut budgets = Vec::with_capacity(found.len());
    for budget in &found {
        budgets.push(load::view(s, db, &o, budget).await?);
    }

    Ok(Response::new(ListBudgetsResponse { budgets, next_page_token }))
}
