//! `UpdateBudget`: never less than what is spent and promised.

use kit::{auth::Caller, contract::etag_matches, error::Error, mask::Mask};
use proto::incentives::v1::{Budget, UpdateBudgetRequest};
use tonic::{Request, Response};

use super::load;
use crate::{
    Incentives,
    api::convert::budget as convert,
    domain::budget::Load,
    error::{Reason, Refuse},
    names::BudgetName,
    store,
};

pub(super) async fn update_budget(
    s: &Incentives,
    request: Request<UpdateBudgetRequest>,
) -> Result<Response<Budget>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.budget.unwrap_or_default();
    let name: BudgetName = who.parse("budget.name", &given.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), convert::FIELDS);

    let tx = s.db.begin().await?;
    let budget = store::budget::load(&*tx, o, &name.budget).await?;
    let mut budget = budget.ok_or_else(|| Error::not_found(&name))?;
    let before = budget.amount;
    let edit = convert::edit(&mut violations, &given, mask.fields());
    budget.title = edit.title.unwrap_or(budget.title);
    budget.amount = edit.amount.unwrap_or(budget.amount);
    budget.start_day = edit.start_day.unwrap_or(budget.start_day);
    budget.end_day = edit.end_day.unwrap_or(budget.end_day);
    convert::days_in_order(&mut violations, budget.start_day, budget.end_day);
    violations.check()?;
    if !etag_matches(&given.etag, budget.revision) {
        return Err(Error::changed(&name));
    }
    let today = s.today(&*tx, o).await?;
    let (load, _) = load::load_of(&*tx, o, &budget, today, "").await?;
    let used = load.is_none_or(|l| l != Load::default());
    if used && budget.amount.currency != before.currency {
        return Err(Reason::BudgetInUse.refuse("the currency of a used budget cannot change"));
    }
    let held = load.map_or(0, |l| l.spent.saturating_add(l.promised));
    if budget.amount.minor < held && budget.amount.minor < before.minor {
        return Err(Reason::BudgetCommitted.refuse(format!("{held} are spent and promised")));
    }
    budget.revision += 1;
    store::budget::save(&*tx, o, &budget).await?;
    let reply = load::view(s, &*tx, o, &budget).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
