//! `GetChallenge`.

use kit::{auth::Caller, error::Error};
use proto::incentives::v1::{Challenge, GetChallengeRequest};
use tonic::{Request, Response};

use super::view;
use crate::{Incentives, api::scope::Sight, names::ChallengeName, store};

pub(super) async fn get_challenge(
    s: &Incentives,
    request: Request<GetChallengeRequest>,
) -> Result<Response<Challenge>, Error> {
    let who = Caller::of(&request)?;
    let name: ChallengeName = who.parse("name", &request.get_ref().name)?;
    let (db, o) = (s.db.read(), &name.organization);

    let sight = Sight::of(s, &who).await?;
    let challenge = store::challenge::load(db, o, &name.challenge).await?;
    let challenge = challenge.filter(|c| sight.has(&c.id)).ok_or_else(|| Error::not_found(&name))?;

    Ok(Response::new(view::one(db, o, &challenge).await?))
}
