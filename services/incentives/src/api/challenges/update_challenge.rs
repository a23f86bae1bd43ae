//! `UpdateChallenge`: while it is not announced.

use kit::{auth::Caller, contract::etag_matches, directory, error::Error, mask::Mask};
use proto::incentives::v1::{Challenge, UpdateChallengeRequest};
use tonic::{Request, Response};

use super::{create_challenge::budget_exists, view};
use crate::{Incentives, api::convert::challenge as convert, names::ChallengeName, store};

pub(super) async fn update_challenge(
    s: &Incentives,
    request: Request<UpdateChallengeRequest>,
) -> Result<Response<Challenge>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.challenge.unwrap_or_default();
    let name: ChallengeName = who.parse("challenge.name", &given.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), convert::FIELDS);

    let tx = s.db.begin().await?;
    let challenge = store::challenge::load(&*tx, o, &name.challenge).await?;
    let mut challenge = challenge.ok_or_else(|| Error::not_found(&name))?;
    let mut draft = challenge.draft.clone();
    let tree = directory::teams(&*tx, o).await?;
    convert::edit(&mut violations, o, &tree, &mut draft, &given, mask.fields());
    if mask.has("start_day") {
        convert::starts_in_time(&mut violations, draft.start_day, s.today(&*tx, o).await?);
    }
    budget_exists(&*tx, &mut violations, o, &draft).await?;
    violations.check()?;
    if !etag_matches(&given.etag, challenge.revision) {
        return Err(Error::changed(&name));
    }
    challenge.edit(draft)?;
    store::challenge::save(&*tx, o, &challenge).await?;
    let reply = view::one(&*tx, o, &challenge).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
