//! `ExcusePerson`, `ReadmitPerson`, `ListExcuses`.

use proto::training::v1::{
    Assignment, EndAssignmentRequest, EnrollmentReminded, EnrollmentState, Excuse, ExcusePersonRequest,
    GetAssignmentProgressRequest, ListDueRequest, ListExcusesRequest, ListMyLearningRequest,
    ReadmitPersonRequest,
};
use tonic::{Code, Status};

use crate::support::{
    Company,
    build::{self, all_of, team},
    company, fields, name, parent, reason,
};

async fn excuse(company: &Company, from: &Assignment, person: &str, why: &str) -> Result<Excuse, Status> {
    let request =
        ExcusePersonRequest { name: from.name.clone(), person: name("people", person), reason: why.into() };
    company.assignments().excuse_person(request).await.map(tonic::Response::into_inner)
}

async fn excuses(company: &Company, from: &Assignment) -> Vec<Excuse> {
    let request = ListExcusesRequest { parent: from.name.clone(), ..Default::default() };
    company.assignments().list_excuses(request).await.unwrap().into_inner().excuses
}

#[tokio::test]
async fn nobody_asks_an_excused_person_any_more_and_the_reason_is_kept() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let made = company.assign(&course, all_of([team("west")])).await;
    let begun = company.enrollment("w1").await.name;
    company.read("w1", &begun, "read").await.unwrap();

    let told = excuse(&company, &made, "w1", "on leave until autumn").await.unwrap();
    assert_eq!((told.person_display_name.as_str(), told.reason.as_str()), ("W1", "on leave until autumn"));
    assert!(!told.excuser.is_empty());
    assert!(company.enrollments("w1").await.is_empty(), "begun or not, it is withdrawn");
    assert_eq!(excuses(&company, &made).await, [told]);

    company.days_pass(15).await;
    assert!(company.enrollments("w1").await.is_empty(), "the rule does not enrol again");
    let reminded = company.heard::<EnrollmentReminded>();
    assert!(!reminded.is_empty() && reminded.iter().all(|e| e.person != name("people", "w1")));
    let due = ListDueRequest { parent: parent(), ..Default::default() };
    let due = company.assignments().list_due(due).await.unwrap().into_inner().due;
    assert_eq!((due.len(), due.iter().any(|d| d.person_display_name == "W1")), (5, false));
    let progress = GetAssignmentProgressRequest { name: made.name.clone() };
    let progress = company.assignments().get_assignment_progress(progress).await.unwrap().into_inner();
    assert_eq!(progress.total.unwrap().people, 5);

    // Who is excused can see it, and why.
    let held = ListMyLearningRequest { parent: parent() };
    let held = company.learning("w1").list_my_learning(held).await.unwrap().into_inner();
    assert_eq!((held.excuses.len(), held.excuses[0].reason.as_str()), (1, "on leave until autumn"));
}

#[tokio::test]
async fn an_excuse_can_be_taken_back() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let made = company.assign(&course, all_of([team("west")])).await;
    excuse(&company, &made, "w2", "ill").await.unwrap();
    excuse(&company, &made, "w2", "ill for long").await.unwrap();
    let kept: Vec<_> = excuses(&company, &made).await.into_iter().map(|e| e.reason).collect();
    assert_eq!(kept, ["ill for long"]);
    let readmit = || ReadmitPersonRequest { name: made.name.clone(), person: name("people", "w2") };
    company.assignments().readmit_person(readmit()).await.unwrap();
    company.assignments().readmit_person(readmit()).await.unwrap();
    company.settle().await;
    assert_eq!(company.enrollment("w2").await.state(), EnrollmentState::Assigned);
    assert!(excuses(&company, &made).await.is_empty());
}

#[tokio::test]
async fn what_another_assignment_asks_for_stays() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let first = company.assign(&course, all_of([team("west")])).await;
    let second = company.assign(&course, all_of([team("sales")])).await;
    excuse(&company, &first, "w1", "not this time").await.unwrap();
    company.settle().await;
    let kept = company.enrollment("w1").await;
    assert_eq!((kept.state(), &kept.assignment), (EnrollmentState::Assigned, &second.name));
    excuse(&company, &second, "w1", "nor that").await.unwrap();
    company.settle().await;
    assert!(company.enrollments("w1").await.is_empty());
    // The first one has nobody to hand it to: who is excused from it does not get it back when the other ends.
    company.assignments().end_assignment(EndAssignmentRequest { name: second.name }).await.unwrap();
    company.settle().await;
    assert!(company.enrollments("w1").await.is_empty());
}

#[tokio::test]
async fn what_is_missing_or_unknown_is_told_together() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let made = company.assign(&course, all_of([team("west")])).await;
    let error = excuse(&company, &made, "nobody", " ").await.unwrap_err();
    assert_eq!(fields(&error), ["reason", "person"]);
    let nothing = Assignment { name: name("assignments", "none"), ..made.clone() };
    assert_eq!(excuse(&company, &nothing, "w1", "why").await.unwrap_err().code(), Code::NotFound);
    company.assignments().end_assignment(EndAssignmentRequest { name: made.name.clone() }).await.unwrap();
    assert_eq!(reason(&excuse(&company, &made, "w1", "why").await.unwrap_err()), "ASSIGNMENT_ENDED");
}
