//! `ResumeAssignment`.

use proto::training::v1::{
    AssignmentState, EnrollmentReminded, PauseAssignmentRequest, ResumeAssignmentRequest,
};

use crate::support::{
    build::{self, all_of, team},
    company,
};

#[tokio::test]
async fn it_goes_on_and_what_was_missed_is_made_good_once() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let made = company.assign(&course, all_of([team("west")])).await;
    let pause = PauseAssignmentRequest { name: made.name.clone() };
    company.assignments().pause_assignment(pause).await.unwrap();
    company.hire(build::person("w7", "west", "seller")).await;
    // To Sunday, 15 March: the reminders of five days before and of one day before are both due.
    company.days_pass(13).await;
    let resume = ResumeAssignmentRequest { name: made.name.clone() };
    let resumed = company.assignments().resume_assignment(resume).await.unwrap().into_inner();
    assert_eq!(resumed.state(), AssignmentState::Active);
    company.settle().await;
    assert_eq!(company.enrollments("w7").await.len(), 1);
    let left: Vec<_> = company.heard::<EnrollmentReminded>().iter().map(|e| e.working_days_left).collect();
    assert_eq!(left, [1; 6]);
}
