//! `EndAssignment`.

use proto::training::v1::{
    AssignmentState, EndAssignmentRequest, EnrollmentReminded, EnrollmentState, ListMyEnrollmentsRequest,
    ResumeAssignmentRequest,
};

use crate::support::{
    build::{self, all_of, team},
    company, parent, reason,
};

#[tokio::test]
async fn whoever_began_may_finish_and_the_others_are_withdrawn() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let made = company.assign(&course, all_of([team("west")])).await;
    let begun = company.enrollment("w1").await.name;
    company.read("w1", &begun, "read").await.unwrap();
    let end = || EndAssignmentRequest { name: made.name.clone() };
    let ended = company.assignments().end_assignment(end()).await.unwrap().into_inner();
    assert_eq!(ended.state(), AssignmentState::Ended);
    assert_eq!(company.assignments().end_assignment(end()).await.unwrap().into_inner(), ended);

    assert!(company.enrollments("w2").await.is_empty());
    let withdrawn = ListMyEnrollmentsRequest {
        parent: parent(),
        states: vec![EnrollmentState::Withdrawn.into()],
        ..Default::default()
    };
    let withdrawn =
        company.learning("w2").list_my_enrollments(withdrawn).await.unwrap().into_inner().enrollments;
    let error = company.read("w2", &withdrawn[0].name, "read").await.unwrap_err();
    assert_eq!(reason(&error), "ENROLLMENT_WITHDRAWN");
    company.days_pass(15).await;
    assert!(company.heard::<EnrollmentReminded>().is_empty());
    company.complete("w1").await;

    let resume = ResumeAssignmentRequest { name: made.name.clone() };
    let error = company.assignments().resume_assignment(resume).await.unwrap_err();
    assert_eq!(reason(&error), "ASSIGNMENT_ENDED");
}

#[tokio::test]
async fn what_another_assignment_asks_for_stays() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let first = company.assign(&course, all_of([team("west")])).await;
    let second = company.assign(&course, all_of([team("sales")])).await;
    company.assignments().end_assignment(EndAssignmentRequest { name: first.name }).await.unwrap();
    let kept = company.enrollment("w1").await;
    assert_eq!((kept.state(), kept.assignment), (EnrollmentState::Assigned, second.name));
    company.days_pass(14).await;
    let reminded = company.heard::<EnrollmentReminded>();
    assert_eq!(reminded.len(), 18, "the other one reminds all nine, twice");
}
