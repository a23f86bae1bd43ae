//! The job that applies the rules.

use proto::{
    identity::v1 as identity,
    training::v1::{Assignment, CreateAssignmentRequest, EnrollmentAssigned, EnrollmentState},
};

use crate::support::{
    build::{self, all_of, has_completed, not_completed, team},
    company, name, parent,
};

#[tokio::test]
async fn whoever_joins_later_is_enrolled_from_that_day() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("sales")])).await;
    company.days_pass(2).await;
    company.hire(build::person("w7", "west", "seller")).await;
    company.settle().await;
    assert_eq!(company.enrollment("w7").await.due_day, "2026-03-18");
    assert_eq!(company.heard::<EnrollmentAssigned>().len(), 10);

    company.hire(identity::Person { revision: 2, ..build::person("w7", "east", "seller") }).await;
    company.settle().await;
    assert_eq!(company.heard::<EnrollmentAssigned>().len(), 10, "nothing happens twice");
}

#[tokio::test]
async fn somebody_whose_membership_begins_later_is_enrolled_on_that_day() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("sales")])).await;
    let mut person = build::person("w7", "west", "seller");
    person.memberships[0].start_day = "2026-03-05".into();
    company.hire(person).await;
    company.days_pass(2).await;
    assert!(company.enrollments("w7").await.is_empty());
    company.days_pass(1).await;
    assert_eq!(company.enrollments("w7").await.len(), 1);
}

#[tokio::test]
async fn an_assignment_for_now_leaves_out_whoever_joins_later() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let given = Assignment { enroll_later: false, ..build::assignment(&course, all_of([team("sales")])) };
    let request =
        CreateAssignmentRequest { parent: parent(), assignment: Some(given), request_id: String::new() };
    company.assignments().create_assignment(request).await.unwrap();
    company.settle().await;
    company.hire(build::person("w7", "west", "seller")).await;
    company.settle().await;
    assert!(company.enrollments("w7").await.is_empty());
    assert_eq!(company.enrollments("w1").await.len(), 1);
}

#[tokio::test]
async fn completing_one_course_leads_to_the_next_by_rule() {
    let company = company().await;
    let (a, b) = (company.course(build::course("A")).await, company.course(build::course("B")).await);
    company.assign(&a, all_of([team("west")])).await;
    company.assign(&b, all_of([has_completed(&a), not_completed(&b)])).await;
    assert_eq!(company.enrollments("w1").await.len(), 1);
    company.complete("w1").await;
    let open: Vec<_> = company.enrollments("w1").await.into_iter().map(|e| e.course).collect();
    assert_eq!(open, [b.name, a.name]);
}

#[tokio::test]
async fn whoever_has_completed_is_skipped() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    company.complete("w1").await;
    company.assign(&course, all_of([team("sales")])).await;
    assert_eq!(company.enrollments("w1").await.len(), 1);
    assert_eq!(company.enrollments("e1").await.len(), 1);
}

#[tokio::test]
async fn two_assignments_share_one_enrolment_with_the_sooner_day() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let given = Assignment { due_working_days: 3, ..build::assignment(&course, all_of([team("sales")])) };
    let request =
        CreateAssignmentRequest { parent: parent(), assignment: Some(given), request_id: String::new() };
    company.assignments().create_assignment(request).await.unwrap();
    company.settle().await;
    assert_eq!(company.enrollment("w1").await.due_day, "2026-03-07");
}

#[tokio::test]
async fn whoever_leaves_is_withdrawn_and_may_come_back() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let w1 = || build::person("w1", "west", "seller");
    company.hire(identity::Person { revision: 2, employment_end_day: "2026-03-03".into(), ..w1() }).await;
    company.settle().await;
    assert_eq!(company.enrollment("w1").await.state(), EnrollmentState::Assigned, "still here");
    company.days_pass(2).await;
    assert!(company.enrollments("w1").await.is_empty());
    company.hire(identity::Person { revision: 3, ..w1() }).await;
    company.settle().await;
    assert_eq!(company.enrollment("w1").await.state(), EnrollmentState::Assigned);
}

#[tokio::test]
async fn events_twice_and_in_any_order_enrol_once() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let moved = identity::Person { revision: 3, ..build::person("x", "support", "clerk") };
    let before = identity::Person { revision: 2, ..build::person("x", "west", "seller") };
    for (id, person) in [("b", &moved), ("a", &before), ("b", &moved), ("a", &before)] {
        let event = identity::PersonChanged { person: Some(person.clone()) };
        company.harness.deliver_as(id, &event).await.unwrap();
    }
    company.settle().await;
    assert!(company.enrollments("x").await.is_empty(), "the later state counts");
    assert!(company.heard::<EnrollmentAssigned>().iter().all(|e| e.person != name("people", "x")));
}
