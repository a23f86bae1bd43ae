//! `SaveProgress`.

use proto::training::v1::{
    Assignment, AssignmentState, CreateAssignmentRequest, CreateCurriculumRequest, EnrollmentCompleted,
    EnrollmentState, SaveProgressRequest, assignment::Target,
};
use tonic::Code;

use crate::support::{
    build::{self, all_of, position, team},
    company, fields, name, parent, reason,
};

fn progress(name: &str, module: &str, position: f64, completed: bool) -> SaveProgressRequest {
    SaveProgressRequest { name: name.into(), module: module.into(), position, completed }
}

#[tokio::test]
async fn the_learner_goes_on_where_one_stopped() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.enrollment("w1").await.name;
    let saved =
        company.learning("w1").save_progress(progress(&name, "read", 0.4, false)).await.unwrap().into_inner();
    assert_eq!((saved.state(), saved.current_module.as_str()), (EnrollmentState::Started, "read"));
    assert!(saved.start_time.is_some());
    let opened = company.opened("w1").await;
    assert_eq!((opened.modules[0].position, opened.modules[0].complete_time), (0.4, None));

    let read = company.read("w1", &name, "read").await.unwrap();
    assert_eq!(read.modules_completed, 1);
    let back =
        company.learning("w1").save_progress(progress(&name, "read", 0.1, false)).await.unwrap().into_inner();
    assert_eq!(back.modules_completed, 1, "what is complete stays so");
}

#[tokio::test]
async fn the_last_module_completes_the_course_once() {
    let company = company().await;
    let mut course = build::course("A");
    course.modules.truncate(1);
    let course = company.course(course).await;
    company.assign(&course, all_of([team("west")])).await;
    let enrollment = company.enrollment("w1").await.name;
    let done = company.read("w1", &enrollment, "read").await.unwrap();
    assert_eq!(done.state(), EnrollmentState::Completed);
    company.read("w1", &enrollment, "read").await.unwrap();
    company.settle().await;
    let told = company.heard::<EnrollmentCompleted>();
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].person.as_str(), told[0].course.as_str()),
        (name("people", "w1").as_str(), course.name.as_str())
    );
    assert_eq!((told[0].certificate_code.len(), told[0].certificate_expire_day.as_str()), (31, "2027-03-01"));
}

#[tokio::test]
async fn nonsense_is_refused() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.enrollment("w1").await.name;
    let mut learning = company.learning("w1");
    for position in [-0.1, 90_000.0, f64::NAN, f64::INFINITY] {
        let error = learning.save_progress(progress(&name, "read", position, false)).await.unwrap_err();
        assert_eq!(fields(&error), ["position"], "{position}");
    }
    let error = learning.save_progress(progress(&name, "nothing", 0.0, false)).await.unwrap_err();
    assert_eq!(fields(&error), ["module"]);
    let error = learning.save_progress(progress(&name, "quiz", 0.0, true)).await.unwrap_err();
    assert_eq!(reason(&error), "MODULE_IS_A_QUIZ");
    let error = company.learning("w2").save_progress(progress(&name, "read", 0.0, true)).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
}

#[tokio::test]
async fn a_step_opens_when_the_one_before_is_complete() {
    let company = company().await;
    let (a, b) = (company.course(build::course("A")).await, company.course(build::course("B")).await);
    let request = CreateCurriculumRequest {
        parent: parent(),
        curriculum: Some(build::curriculum("Sellers", &[&a, &b])),
        request_id: String::new(),
    };
    let curriculum = company.curricula().create_curriculum(request).await.unwrap().into_inner();
    let assignment = Assignment {
        target: Some(Target::Curriculum(curriculum.name)),
        ..build::assignment(&a, all_of([position("seller")]))
    };
    let request =
        CreateAssignmentRequest { parent: parent(), assignment: Some(assignment), request_id: String::new() };
    let made = company.assignments().create_assignment(request).await.unwrap().into_inner();
    assert_eq!(made.state(), AssignmentState::Active);
    company.settle().await;
    let second = company.enrollments("w1").await.remove(1);
    assert!(second.locked);
    assert_eq!(reason(&company.read("w1", &second.name, "read").await.unwrap_err()), "ENROLLMENT_LOCKED");
    assert_eq!(reason(&company.start("w1", &second.name).await.unwrap_err()), "ENROLLMENT_LOCKED");
    company.complete("w1").await;
    company.read("w1", &second.name, "read").await.unwrap();
}
