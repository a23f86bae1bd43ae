//! `ArchiveCurriculum`.

use proto::training::v1::{
    ArchiveCurriculumRequest, Assignment, CreateAssignmentRequest, CreateCurriculumRequest, CurriculumState,
    UpdateCurriculumRequest, assignment::Target,
};

use crate::support::{
    build::{self, all_of, position},
    company, parent, reason,
};

#[tokio::test]
async fn it_is_given_to_nobody_any_more() {
    let company = company().await;
    let a = company.course(build::course("A")).await;
    let curriculum = Some(build::curriculum("Sellers", &[&a]));
    let request = CreateCurriculumRequest {
        parent: parent(),
        curriculum: curriculum.clone(),
        request_id: String::new(),
    };
    let made = company.curricula().create_curriculum(request.clone()).await.unwrap().into_inner();
    let archive = ArchiveCurriculumRequest { name: made.name.clone() };
    let archived = company.curricula().archive_curriculum(archive.clone()).await.unwrap().into_inner();
    assert_eq!(archived.state(), CurriculumState::Archived);
    assert_eq!(company.curricula().archive_curriculum(archive).await.unwrap().into_inner(), archived);

    let assignment = Assignment {
        target: Some(Target::Curriculum(made.name.clone())),
        ..build::assignment(&a, all_of([position("seller")]))
    };
    let assign =
        CreateAssignmentRequest { parent: parent(), assignment: Some(assignment), request_id: String::new() };
    let error = company.assignments().create_assignment(assign).await.unwrap_err();
    assert_eq!(reason(&error), "CURRICULUM_ARCHIVED");
    let update = UpdateCurriculumRequest { curriculum: Some(archived), update_mask: None };
    assert_eq!(
        reason(&company.curricula().update_curriculum(update).await.unwrap_err()),
        "CURRICULUM_ARCHIVED"
    );
    company.curricula().create_curriculum(request).await.expect("its place is free again");
}
