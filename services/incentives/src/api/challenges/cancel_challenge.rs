//! `CancelChallenge`: the members of a running one are told why.

use kit::{auth::Caller, error::Error, localize::Text, text};
use proto::incentives::v1::{CancelChallengeRequest, Challenge};
use tonic::{Request, Response};

use super::view;
use crate::{Incentives, domain::challenge::State, events::published, names::ChallengeName, store};

pub(super) async fn cancel_challenge(
    s: &Incentives,
    request: Request<CancelChallengeRequest>,
) -> Result<Response<Challenge>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ChallengeName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let reason = text::clean(&request.reason);
    violations.length("reason", &reason, 1..=500);
    violations.check()?;

    let tx = s.db.begin().await?;
    let challenge = store::challenge::load(&*tx, o, &name.challenge).await?;
    let mut challenge = challenge.ok_or_else(|| Error::not_found(&name))?;
    let was_running = challenge.state == State::Running;
    if challenge.cancel(reason.clone())? {
        store::challenge::save(&*tx, o, &challenge).await?;
        if was_running {
            let why = Text::only(who.language(), reason);
            s.outbox.add(&tx, o, &published::challenge_ended(o, &challenge, &why)).await?;
        }
    }
    let reply = view::one(&*tx, o, &challenge).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
