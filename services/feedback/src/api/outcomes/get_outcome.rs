//! `GetOutcome`: one outcome.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{GetOutcomeRequest, Outcome};
use tonic::{Request, Response};

use super::{convert, finding::find};
use crate::{Feedback, names::OutcomeName};

pub(super) async fn get_outcome(
    s: &Feedback,
    request: Request<GetOutcomeRequest>,
) -> Result<Response<Outcome>, Error> {
    let who = Caller::of(&request)?;
    let name: OutcomeName = who.parse("name", &request.get_ref().name)?;
    let (o, db) = (&name.organization, s.db.read());
    let (outcome, _) = find(s, db, &who, &name).await?;
    let today = s.today(db, o).await?;
    Ok(Response::new(convert::outcome(db, o, today, &outcome).await?))
}
