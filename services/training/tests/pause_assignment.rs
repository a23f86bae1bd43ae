//! `PauseAssignment`.

use proto::training::v1::{
    AssignmentState, EndAssignmentRequest, EnrollmentReminded, PauseAssignmentRequest,
};

use crate::support::{
    build::{self, all_of, team},
    company, reason,
};

#[tokio::test]
async fn nobody_is_enrolled_or_reminded_meanwhile() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let made = company.assign(&course, all_of([team("west")])).await;
    let pause = || PauseAssignmentRequest { name: made.name.clone() };
    let paused = company.assignments().pause_assignment(pause()).await.unwrap().into_inner();
    assert_eq!(paused.state(), AssignmentState::Paused);
    assert_eq!(company.assignments().pause_assignment(pause()).await.unwrap().into_inner(), paused);
    company.hire(build::person("w7", "west", "seller")).await;
    company.days_pass(14).await;
    assert!(company.enrollments("w7").await.is_empty());
    assert!(company.heard::<EnrollmentReminded>().is_empty());

    let end = EndAssignmentRequest { name: made.name.clone() };
    company.assignments().end_assignment(end).await.unwrap();
    let error = company.assignments().pause_assignment(pause()).await.unwrap_err();
    assert_eq!(reason(&error), "ASSIGNMENT_ENDED");
}
