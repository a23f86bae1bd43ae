//! `EndAssignment`: whoever began may finish, whoever has not is withdrawn.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{Assignment, EndAssignmentRequest};
use tonic::{Request, Response};

use super::view;
use crate::{
    Training,
    domain::{
        assignment::{Assignment as Domain, AssignmentState},
        enrollment::{Enrollment, EnrollmentState},
    },
    events::progressed,
    names::AssignmentName,
    store::{self, ConnectionTrait},
};

pub(super) async fn end_assignment(
    s: &Training,
    request: Request<EndAssignmentRequest>,
) -> Result<Response<Assignment>, Error> {
    let who = Caller::of(&request)?;
    let name: AssignmentName = who.parse("name", &request.get_ref().name)?;
    let (o, now) = (&name.organization, s.clock.now());

    let tx = s.db.begin().await?;
    let assignment = store::assignment::load(&tx, o, &name.assignment).await?;
    let mut assignment = assignment.ok_or_else(|| Error::not_found(&name))?;
    if assignment.go(AssignmentState::Ended, now)? {
        store::assignment::save(&tx, o, &assignment).await?;
        withdraw(&tx, o, &assignment).await?;
        progressed::tell(s, &tx, o, &mut assignment, now).await?;
    }
    let reply = view::one(&tx, o, &assignment, now).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// What another assignment still asks for stays; nobody is reminded of the rest.
async fn withdraw<C: ConnectionTrait>(db: &C, o: &str, assignment: &Domain) -> Result<(), Error> {
    for (_, enrollment) in store::assignment::enrollments(db, o, std::slice::from_ref(&assignment.id)).await?
    {
        if !enrollment.state.is_open() {
            continue;
        }
        let excuses = store::excuse::of_person(db, o, &enrollment.person).await?;
        let is_out = |id: &str| excuses.iter().any(|e| e.assignment == id);
        if let Some(mut enrollment) = release(db, o, assignment, enrollment, is_out).await? {
            if enrollment.state == EnrollmentState::Assigned {
                enrollment.withdraw();
            }
            enrollment.action_day = None;
            store::enrollment::save(db, o, &enrollment).await?;
        }
    }
    Ok(())
}

/// An assignment lets go of an enrolment: another one that asks for it too, and from which the person is not excused, has
/// it from now on. Answers the enrolment if nobody does.
pub(super) async fn release<C: ConnectionTrait>(
    db: &C,
    o: &str,
    assignment: &Domain,
    mut enrollment: Enrollment,
    excused: impl Fn(&str) -> bool,
) -> Result<Option<Enrollment>, Error> {
    let others = store::assignment::of_enrollment(db, o, &enrollment.id).await?;
    let heir =
        others.iter().find(|a| a.id != assignment.id && a.state != AssignmentState::Ended && !excused(&a.id));
    let Some(heir) = heir else { return Ok(Some(enrollment)) };
    if enrollment.assignment.as_ref() == Some(&assignment.id) {
        // From now on the other one reminds.
        enrollment.assignment = Some(heir.id.clone());
        enrollment.action_day = Some(enrollment.given_day);
        store::enrollment::save(db, o, &enrollment).await?;
    }
    Ok(None)
}
