//! `GetAssignment`.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{Assignment, GetAssignmentRequest};
use tonic::{Request, Response};

use super::view;
use crate::{Training, names::AssignmentName, store};

pub(super) async fn get_assignment(
    s: &Training,
    request: Request<GetAssignmentRequest>,
) -> Result<Response<Assignment>, Error> {
    let who = Caller::of(&request)?;
    let name: AssignmentName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let assignment = store::assignment::load(s.db.read(), o, &name.assignment).await?;
    let assignment = assignment.ok_or_else(|| Error::not_found(&name))?;

    Ok(Response::new(view::one(s.db.read(), o, &assignment, s.clock.now()).await?))
}
