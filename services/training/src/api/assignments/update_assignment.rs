//! `UpdateAssignment`: whoever is enrolled keeps the due day; whoever comes to match is enrolled.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::training::v1::{Assignment, UpdateAssignmentRequest};
use tonic::{Request, Response};

use super::{look_up, view};
use crate::{
    Training,
    api::convert::{assignment as convert, etag_matches},
    jobs::remind,
    names::AssignmentName,
    store,
};

pub(super) async fn update_assignment(
    s: &Training,
    request: Request<UpdateAssignmentRequest>,
) -> Result<Response<Assignment>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.assignment.unwrap_or_default();
    let name: AssignmentName = who.parse("assignment.name", &given.name)?;
    let (o, now) = (&name.organization, s.clock.now());
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), convert::FIELDS);

    let tx = s.db.begin().await?;
    let assignment = store::assignment::load(&tx, o, &name.assignment).await?;
    let mut assignment = assignment.ok_or_else(|| Error::not_found(&name))?;
    let before = assignment.clone();
    convert::edit(&mut violations, o, &mut assignment, &given, mask.fields());
    look_up::audience(&tx, o, &mut violations, &assignment.audience).await?;
    violations.check()?;
    if !etag_matches(&given.etag, assignment.revision) {
        return Err(Error::changed(&name));
    }
    assignment.must_not_have_ended()?;
    if assignment != before {
        // Another rule enrols whoever it selects now, even where nobody is enrolled later.
        assignment.first_done &= assignment.audience == before.audience;
        assignment.revision += 1;
        assignment.update_time = now;
        store::assignment::save(&tx, o, &assignment).await?;
        store::roster::mark(&tx, o).await?;
        remind::look_again(&tx, o, &assignment, now).await?;
    }
    let reply = view::one(&tx, o, &assignment, now).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
