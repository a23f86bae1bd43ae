//! `CreateBudget`.

use kit::{auth::Caller, error::Error, name::OrganizationName, request_id::RequestId};
use proto::incentives::v1::{Budget as Reply, CreateBudgetRequest};
use tonic::{Request, Response};

use super::load;
use crate::{Incentives, api::convert::budget as convert, domain::budget::Budget, store};

pub(super) async fn create_budget(
    s: &Incentives,
    request: Request<CreateBudgetRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let given = request.budget.clone().unwrap_or_default();
    let edit = convert::edit(&mut violations, &given, convert::FIELDS);
    if let (Some(start), Some(end)) = (edit.start_day, edit.end_day) {
        convert::days_in_order(&mut violations, start, end);
    }
    violations.check()?;
    let (Some(title), Some(amount), Some(start_day), Some(end_day)) =
        (edit.title, edit.amount, edit.start_day, edit.end_day)
    else {
        return Err(Error::internal("a field without a value broke no rule"));
    };

    let now = s.clock.now();
    let once = RequestId::new(&o, "CreateBudget", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let budget =
        Budget { id: s.ids.next(), title, amount, start_day, end_day, revision: 1, create_time: now };
    store::budget::save(&tx, &o, &budget).await?;
    let reply = load::view(s, &*tx, &o, &budget).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
