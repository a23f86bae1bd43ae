//! `UpdateCurriculum`.

use proto::training::v1::{
    Assignment, CreateAssignmentRequest, CreateCurriculumRequest, Curriculum, UpdateCurriculumRequest,
    assignment::Target,
};
use tonic::Code;

use crate::support::{
    build::{self, all_of, position, text},
    company, parent,
};

#[tokio::test]
async fn a_course_that_is_added_is_given_to_whoever_is_covered() {
    let company = company().await;
    let (a, b) = (company.course(build::course("A")).await, company.course(build::course("B")).await);
    let curriculum = Some(build::curriculum("Sellers", &[&a]));
    let request = CreateCurriculumRequest { parent: parent(), curriculum, request_id: String::new() };
    let made = company.curricula().create_curriculum(request).await.unwrap().into_inner();
    let assignment = Assignment {
        target: Some(Target::Curriculum(made.name.clone())),
        ..build::assignment(&a, all_of([position("seller")]))
    };
    let request =
        CreateAssignmentRequest { parent: parent(), assignment: Some(assignment), request_id: String::new() };
    company.assignments().create_assignment(request).await.unwrap();
    company.settle().await;
    assert_eq!(company.enrollment("e1").await.curriculum_title, text("Sellers"));

    let steps = build::curriculum("", &[&a, &b]).steps;
    let longer = Curriculum { steps, ..made.clone() };
    let update = UpdateCurriculumRequest { curriculum: Some(longer.clone()), update_mask: None };
    company.curricula().update_curriculum(update).await.unwrap();
    company.settle().await;
    let steps: Vec<_> = company.enrollments("e1").await.iter().map(|e| (e.step, e.locked)).collect();
    assert_eq!(steps, [(1, false), (2, true)], "in order: the second opens after the first");
    company.complete("e1").await;
    let open: Vec<_> = company.enrollments("e1").await.iter().map(|e| (e.step, e.locked)).collect();
    assert_eq!(open, [(2, false), (1, false)]);

    let stale = UpdateCurriculumRequest { curriculum: Some(longer), update_mask: None };
    let error = company.curricula().update_curriculum(stale).await.unwrap_err();
    assert_eq!(error.code(), Code::Aborted);
}
