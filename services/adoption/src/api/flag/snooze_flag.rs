//! `SnoozeFlag`: the flag is put off until a day, with a reason.

use kit::{
    auth::Caller,
    db::time::{from_days, to_days},
    error::Error,
    text,
};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::{load, reply};
use crate::{Adoption, api::scope, names::FlagName, store};

/// Days that a flag can be put off.
const MOST_DAYS: i32 = 180;

pub(super) async fn snooze_flag(
    s: &Adoption,
    request: Request<pb::SnoozeFlagRequest>,
) -> Result<Response<pb::Flag>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: FlagName = who.parse("name", &request.name)?;
    let reason = text::clean(&request.reason);
    let mut violations = who.violations();
    violations.length("reason", &reason, 1..=2_000);
    let until = violations.day("until", &request.until);
    if let Some(until) = until {
        let today = s.today();
        violations.range("until", until, from_days(today + 1)..=from_days(today + MOST_DAYS));
    }
    violations.check()?;
    let until = until.map_or(0, to_days);

    let tx = s.db.begin().await?;
    let (mut flag, tree) = load::to_decide(&tx, &who, &name, &request.etag).await?;
    let told = flag.snooze(until, scope::actor(&who), reason).map_err(load::refused)?;
    store::flag::save(&tx, &name.organization, &flag).await?;
    s.tell(&tx, &name.organization, &flag.id, &told).await?;
    let answer = reply::whole(&tx, &name.organization, &tree, &flag).await?;
    tx.commit().await?;
    Ok(Response::new(answer))
}
