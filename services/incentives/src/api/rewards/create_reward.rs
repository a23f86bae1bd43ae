//! `CreateReward`.

use kit::{auth::Caller, error::Error, name::OrganizationName, request_id::RequestId};
use proto::incentives::v1::{CreateRewardRequest, Reward as Reply};
use tonic::{Request, Response};

use crate::{Incentives, api::convert::reward as convert, domain::reward::Reward, store};

pub(super) async fn create_reward(
    s: &Incentives,
    request: Request<CreateRewardRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let edit = convert::edit(&mut violations, &request.reward.clone().unwrap_or_default(), convert::FIELDS);
    violations.check()?;
    let (Some(title), Some(kind), Some(price)) = (edit.title, edit.kind, edit.price) else {
        return Err(Error::internal("a field without a value broke no rule"));
    };

    let once = RequestId::new(&o, "CreateReward", &request.request_id, &request, s.clock.now());
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let description = edit.description.unwrap_or_default();
    let reward = Reward { id: s.ids.next(), title, description, kind, price, archived: false, revision: 1 };
    store::reward::save(&*tx, &o, &reward).await?;
    let reply = convert::write(&o, &reward);
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
