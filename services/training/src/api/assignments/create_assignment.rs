//! `CreateAssignment`: whoever matches is enrolled soon after.

use kit::{auth::Caller, error::Error, name::OrganizationName, request_id::RequestId};
use proto::training::v1::{Assignment, CreateAssignmentRequest};
use tonic::{Request, Response};

use super::{
    new::{self, Origin},
    view,
};
use crate::Training;

pub(super) async fn create_assignment(
    s: &Training,
    request: Request<CreateAssignmentRequest>,
) -> Result<Response<Assignment>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let (given, now) = (request.assignment.clone().unwrap_or_default(), s.clock.now());

    let once = RequestId::new(&o, "CreateAssignment", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let origin = Origin { creator: who.person().ok().map(str::to_owned), source: None };
    let assignment = new::create(s, &tx, &o, who.violations(), &given, origin, now).await?;
    let reply = view::one(&tx, &o, &assignment, now).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
