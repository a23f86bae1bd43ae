//! `CreateChallenge`: a draft.

use kit::{
    auth::Caller,
    directory,
    error::Error,
    name::OrganizationName,
    request_id::RequestId,
    violation::{Rule, Violations},
};
use proto::incentives::v1::{Challenge as Reply, CreateChallengeRequest};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    api::convert::challenge as convert,
    domain::challenge::{Challenge, Draft, State},
    store::{self, ConnectionTrait},
};

pub(super) async fn create_challenge(
    s: &Incentives,
    request: Request<CreateChallengeRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let given = request.challenge.clone().unwrap_or_default();
    let (now, mut violations) = (s.clock.now(), who.violations());

    let once = RequestId::new(&o, "CreateChallenge", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let today = s.today(&*tx, &o).await?;
    let mut draft = convert::blank(today);
    let tree = directory::teams(&*tx, &o).await?;
    convert::edit(&mut violations, &o, &tree, &mut draft, &given, convert::FIELDS);
    convert::starts_in_time(&mut violations, draft.start_day, today);
    budget_exists(&*tx, &mut violations, &o, &draft).await?;
    violations.check()?;
    let challenge = Challenge::new(s.ids.next(), draft, State::Draft, None, now);
    store::challenge::save(&*tx, &o, &challenge).await?;
    let reply = view::one(&*tx, &o, &challenge).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// The budget must be there, if one is named.
pub(super) async fn budget_exists<C: ConnectionTrait>(
    db: &C,
    violations: &mut Violations,
    o: &str,
    draft: &Draft,
) -> Result<(), Error> {
    if let Some(budget) = &draft.budget
        && store::budget::load(db, o, budget).await?.is_none()
    {
        violations.add("challenge.budget", budget, Rule::NotFound);
    }
    Ok(())
}
