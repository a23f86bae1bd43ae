//! `CreateAssignment`.

use proto::training::v1::{
    Assignment, Course, CreateAssignmentRequest, EnrollmentAssigned, ReminderPolicy,
    assignment_service_client::AssignmentServiceClient,
};
use tonic::Code;

use crate::support::{
    build::{self, all_of, team, text},
    company, fields, name, parent, reason,
};

fn request(assignment: Assignment, request_id: &str) -> CreateAssignmentRequest {
    CreateAssignmentRequest { parent: parent(), assignment: Some(assignment), request_id: request_id.into() }
}

#[tokio::test]
async fn whoever_matches_is_enrolled_and_told() {
    let company = company().await;
    let about = Course { application: name("applications", "crm"), ..build::course("A") };
    let course = company.course(about).await;
    let made = company.assign(&course, all_of([team("west")])).await;
    assert_eq!((made.target_title, made.creator), (text("A"), name("people", "tara")));
    assert_eq!(made.reminders.unwrap().days_before, [5, 1], "the usual ones");

    let told = company.heard::<EnrollmentAssigned>();
    assert_eq!((told.len(), &told[0].application), (6, &name("applications", "crm")));
    let enrollment = company.enrollment("w1").await;
    assert_eq!(enrollment.due_day, "2026-03-16", "ten working days after Monday, 2 March");
    let id = enrollment.name.rsplit('/').next().unwrap();
    let mine = told.iter().find(|e| e.person == name("people", "w1")).unwrap();
    assert_eq!(mine.link_path, format!("/learning/enrollments/{id}"));
    assert_eq!((&mine.course_title, mine.minutes, mine.due_day.as_str()), (&text("A"), 15, "2026-03-16"));
    assert!(company.enrollments("e1").await.is_empty());
}

#[tokio::test]
async fn a_due_day_jumps_over_nowruz() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let given = Assignment { due_working_days: 13, ..build::assignment(&course, all_of([team("west")])) };
    company.assignments().create_assignment(request(given, "")).await.unwrap();
    company.settle().await;
    assert_eq!(company.enrollment("w1").await.due_day, "2026-03-25");
}

#[tokio::test]
async fn the_same_request_makes_one_assignment() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let given = build::assignment(&course, all_of([team("west")]));
    let once =
        company.assignments().create_assignment(request(given.clone(), "r")).await.unwrap().into_inner();
    company.settle().await;
    let again = company.assignments().create_assignment(request(given, "r")).await.unwrap().into_inner();
    assert_eq!(again, once);
    company.settle().await;
    assert_eq!(company.heard::<EnrollmentAssigned>().len(), 6);
}

#[tokio::test]
async fn a_draft_is_given_to_nobody() {
    let company = company().await;
    let draft = company.draft(build::course("A")).await;
    let given = build::assignment(&draft, all_of([]));
    let error = company.assignments().create_assignment(request(given, "")).await.unwrap_err();
    assert_eq!(reason(&error), "COURSE_NOT_PUBLISHED");
}

#[tokio::test]
async fn every_broken_rule_is_told_at_once() {
    let company = company().await;
    let given = Assignment {
        target: None,
        audience: Some(all_of([team("nothing")])),
        due_working_days: 0,
        reminders: Some(ReminderPolicy {
            days_before: vec![1, 61],
            days_after: vec![1, 2, 3, 4, 5, 6],
            escalate_after_days: -1,
            escalate_to: 9,
        }),
        ..Default::default()
    };
    let error = company.assignments().create_assignment(request(given, "")).await.unwrap_err();
    assert_eq!(
        fields(&error),
        [
            "assignment.target",
            "assignment.due_working_days",
            "assignment.reminders.days_before[1]",
            "assignment.reminders.days_after",
            "assignment.reminders.escalate_after_days",
            "assignment.reminders.escalate_to",
            "audience",
        ]
    );
}

#[tokio::test]
async fn a_member_assigns_nothing() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let mut member = AssignmentServiceClient::new(company.person("w1"));
    let given = build::assignment(&course, all_of([]));
    let error = member.create_assignment(request(given, "")).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
}
