//! `GetBudget`.

use kit::{auth::Caller, error::Error};
use proto::incentives::v1::{Budget, GetBudgetRequest};
use tonic::{Request, Response};

use super::load;
use crate::{Incentives, names::BudgetName, store};

pub(super) async fn get_budget(
    s: &Incentives,
    request: Request<GetBudgetRequest>,
) -> Result<Response<Budget>, Error> {
    let who = Caller::of(&request)?;
    let name: BudgetName = who.parse("name", &request.get_ref().name)?;
    let (db, o) = (s.db.read(), &name.organization);

    let budget = store::budget::load(db, o, &name.budget).await?;
    let budget = budget.ok_or_else(|| Error::not_found(&name))?;

    Ok(Response::new(load::view(s, db, o, &budget).await?))
}
