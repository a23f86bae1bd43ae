//! `UpdateAssignment`.

use proto::training::v1::{Assignment, EndAssignmentRequest, UpdateAssignmentRequest};
use tonic::Code;

use crate::support::{
    build::{self, all_of, team},
    company, reason,
};

fn request(assignment: Assignment) -> UpdateAssignmentRequest {
    UpdateAssignmentRequest { assignment: Some(assignment), update_mask: None }
}

#[tokio::test]
async fn another_audience_enrols_whoever_matches_now() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let made = company.assign(&course, all_of([team("west")])).await;
    let edited = Assignment {
        audience: Some(all_of([team("sales")])),
        due_working_days: 3,
        enroll_later: false,
        ..made.clone()
    };
    let saved = company.assignments().update_assignment(request(edited.clone())).await.unwrap().into_inner();
    assert_ne!(saved.etag, made.etag);
    company.settle().await;
    assert_eq!(company.enrollment("w1").await.due_day, "2026-03-16", "who is enrolled keeps the day");
    assert_eq!(company.enrollment("e1").await.due_day, "2026-03-07");
    let error = company.assignments().update_assignment(request(edited)).await.unwrap_err();
    assert_eq!(error.code(), Code::Aborted);
}

#[tokio::test]
async fn what_has_ended_does_not_change() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let made = company.assign(&course, all_of([team("west")])).await;
    let end = EndAssignmentRequest { name: made.name.clone() };
    let ended = company.assignments().end_assignment(end).await.unwrap().into_inner();
    let error = company.assignments().update_assignment(request(ended)).await.unwrap_err();
    assert_eq!(reason(&error), "ASSIGNMENT_ENDED");
}
