//! `GetAssignment`.

use proto::training::v1::{GetAssignmentRequest, assignment_service_client::AssignmentServiceClient};
use tonic::Code;

use crate::support::{
    Company,
    build::{self, all_of, team},
    company, name,
};

async fn counts(company: &Company, name: &str) -> Option<(i32, i32, i32, i32)> {
    let request = GetAssignmentRequest { name: name.into() };
    let assignment = company.assignments().get_assignment(request).await.unwrap().into_inner();
    assignment.counts.map(|c| (c.people, c.not_started, c.started, c.completed))
}

#[tokio::test]
async fn it_counts_how_far_people_are() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let west = company.assign(&course, all_of([team("west")])).await;
    company.complete("w1").await;
    let begun = company.enrollment("w2").await.name;
    company.read("w2", &begun, "read").await.unwrap();
    assert_eq!(counts(&company, &west.name).await, Some((6, 4, 1, 1)));
    let east = company.assign(&course, all_of([team("east")])).await;
    assert_eq!(counts(&company, &east.name).await, None, "three people are too few");
}

#[tokio::test]
async fn a_foreign_one_does_not_exist() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let made = company.assign(&course, all_of([])).await;
    let mut stranger = AssignmentServiceClient::new(company.harness.as_stranger());
    let foreign = stranger.get_assignment(GetAssignmentRequest { name: made.name }).await.unwrap_err();
    let absent = GetAssignmentRequest { name: name("assignments", "x") };
    let absent = company.assignments().get_assignment(absent).await.unwrap_err();
    assert_eq!((foreign.code(), absent.code()), (Code::NotFound, Code::NotFound));
}
