//! `PauseAssignment`: stops enrolling and reminding for a while.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{Assignment, PauseAssignmentRequest};
use tonic::{Request, Response};

use super::view;
use crate::{
    Training, domain::assignment::AssignmentState, events::progressed, jobs::remind, names::AssignmentName,
    store,
};

pub(super) async fn pause_assignment(
    s: &Training,
    request: Request<PauseAssignmentRequest>,
) -> Result<Response<Assignment>, Error> {
    let who = Caller::of(&request)?;
    let name: AssignmentName = who.parse("name", &request.get_ref().name)?;
    let (o, now) = (&name.organization, s.clock.now());

    let tx = s.db.begin().await?;
    let assignment = store::assignment::load(&tx, o, &name.assignment).await?;
    let mut assignment = assignment.ok_or_else(|| Error::not_found(&name))?;
    if assignment.go(AssignmentState::Paused, now)? {
        store::assignment::save(&tx, o, &assignment).await?;
        store::roster::mark(&tx, o).await?;
        remind::look_again(&tx, o, &assignment, now).await?;
        progressed::tell(s, &tx, o, &mut assignment, now).await?;
    }
    let reply = view::one(&tx, o, &assignment, now).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
