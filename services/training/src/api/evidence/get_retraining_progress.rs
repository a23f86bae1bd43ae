//! `GetRetrainingProgress`: how much of a retraining is complete.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{GetRetrainingProgressRequest, RetrainingProgress};
use tonic::{Request, Response};

use crate::{
    Training,
    api::{
        assignments::view,
        convert::{assignment::source, count},
    },
    error::{Reason, Refuse},
    names::AssignmentName,
    store,
};

pub(super) async fn get_retraining_progress(
    s: &Training,
    request: Request<GetRetrainingProgressRequest>,
) -> Result<Response<RetrainingProgress>, Error> {
    let who = Caller::of(&request)?;
    let name: AssignmentName = who.parse("name", &request.get_ref().name)?;
    let (db, o) = (s.db.read(), &name.organization);

    let assignment = store::assignment::load(db, o, &name.assignment).await?;
    let assignment = assignment.ok_or_else(|| Error::not_found(&name))?;
    if assignment.source.is_none() {
        return Err(Reason::NotARetraining.refuse("the assignment came from a person"));
    }
    let counts = view::counts(db, o, &assignment, s.clock.now()).await?;

    Ok(Response::new(RetrainingProgress {
        assignment: name.to_string(),
        source: source(o, &assignment),
        enrolled: count(counts.people),
        completed: count(counts.completed),
    }))
}
