//! `RejectFlag`: "this is wrong, because …". The verdict is kept, and the team is quiet for 35 days.

use kit::{auth::Caller, error::Error, text};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::{load, reply};
use crate::{Adoption, api::scope, domain::flag::Kind, events, names::FlagName, store};

pub(super) async fn reject_flag(
    s: &Adoption,
    request: Request<pb::RejectFlagRequest>,
) -> Result<Response<pb::Flag>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: FlagName = who.parse("name", &request.name)?;
    let reason = text::clean(&request.reason);
    let mut violations = who.violations();
    violations.length("reason", &reason, 1..=2_000);
    violations.check()?;

    let tx = s.db.begin().await?;
    let (mut flag, tree) = load::to_decide(&tx, &who, &name, &request.etag).await?;
    let evaluated = s.evaluated_day(&tx, &name.organization, &flag.application).await?;
    if let Some(told) = flag.reject(evaluated, scope::actor(&who), reason).map_err(load::refused)? {
        store::flag::save(&tx, &name.organization, &flag).await?;
        s.tell(&tx, &name.organization, &flag.id, &told).await?;
        if flag.announced {
            let team = Adoption::team_name(&tree, &flag.anchor);
            let event = events::flag_cleared(&name.organization, &flag, &team, Kind::Rejected);
            s.outbox.add(&tx, &name.organization, &event).await?;
        }
    }
    let answer = reply::whole(&tx, &name.organization, &tree, &flag).await?;
    tx.commit().await?;
    Ok(Response::new(answer))
}
