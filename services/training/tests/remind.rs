//! The job that reminds and escalates.

use proto::training::v1::{
    Assignment, CreateAssignmentRequest, EnrollmentEscalated, EnrollmentReminded, EscalationTarget,
    ReminderPolicy,
};

use crate::support::{
    Company,
    build::{self, all_of, team},
    company, name, parent,
};

async fn assign(company: &Company, team_id: &str, escalate_to: EscalationTarget) {
    let course = company.course(build::course("A")).await;
    let assignment = Assignment {
        reminders: Some(ReminderPolicy {
            days_before: vec![1],
            days_after: vec![1],
            escalate_after_days: 2,
            escalate_to: escalate_to.into(),
        }),
        due_working_days: 3,
        ..build::assignment(&course, all_of([team(team_id)]))
    };
    let request =
        CreateAssignmentRequest { parent: parent(), assignment: Some(assignment), request_id: String::new() };
    company.assignments().create_assignment(request).await.unwrap();
    company.settle().await;
}

/// Due on Saturday the 7th, so Wednesday is the working day before, Sunday the one after, and Monday the second after.
#[tokio::test]
async fn people_are_reminded_on_working_days_and_their_manager_is_told() {
    let company = company().await;
    assign(&company, "west", EscalationTarget::Manager).await;
    company.complete("w1").await;
    let mut history = vec![];
    for _ in 0..12 {
        company.days_pass(1).await;
        let (reminded, escalated) =
            (company.heard::<EnrollmentReminded>().len(), company.heard::<EnrollmentEscalated>().len());
        history.push((reminded, escalated));
    }
    let (wednesday, sunday, monday) = (1, 5, 6);
    assert_eq!(history[wednesday - 1], (0, 0));
    assert_eq!(history[wednesday], (5, 0));
    assert_eq!(history[sunday - 1], (5, 0));
    assert_eq!(history[sunday], (10, 0));
    assert_eq!(history[monday], (10, 5));
    assert_eq!(history[11], (10, 5), "and then nobody hears more");

    let reminded = company.heard::<EnrollmentReminded>();
    assert_eq!((reminded[0].working_days_left, reminded[9].working_days_left), (1, -1));
    let escalated = company.heard::<EnrollmentEscalated>();
    let of = |id: &str| escalated.iter().find(|e| e.person == name("people", id)).unwrap();
    assert_eq!((of("w2").manager.as_str(), of("w2").to_hr), (name("people", "w6").as_str(), false));
    assert_eq!((of("w6").manager.as_str(), of("w6").to_hr), ("", true), "w6 has no manager");
    assert_eq!(of("w2").person_display_name, "W2");
    assert!(escalated.iter().all(|e| e.link_path == "/assignments/due"), "open to managers too");
}

#[tokio::test]
async fn hr_is_told_where_the_assignment_says_so() {
    let company = company().await;
    assign(&company, "west", EscalationTarget::ManagerAndHr).await;
    company.days_pass(8).await;
    let escalated = company.heard::<EnrollmentEscalated>();
    assert_eq!(escalated.len(), 6);
    assert!(escalated.iter().all(|e| e.to_hr));
    assert_eq!(escalated.iter().filter(|e| e.manager == name("people", "w6")).count(), 5);
}
