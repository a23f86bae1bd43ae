//! `GetCurriculumProgress`.

use proto::training::v1::{CreateCurriculumRequest, GetCurriculumProgressRequest};
use tonic::Code;

use crate::support::{
    build::{self, all_of, team},
    company, name, parent,
};

#[tokio::test]
async fn only_published_courses_count_and_only_what_has_not_lapsed_is_complete() {
    let company = company().await;
    let short = |title: &str| proto::training::v1::Course {
        modules: vec![build::reading("read")],
        ..build::course(title)
    };
    let (a, b) = (company.course(short("A")).await, company.course(short("B")).await);
    let draft = company.draft(short("C")).await;
    let curriculum = build::curriculum("Champions", &[&a, &b, &draft]);
    let request =
        CreateCurriculumRequest { parent: parent(), curriculum: Some(curriculum), request_id: String::new() };
    let curriculum = company.curricula().create_curriculum(request).await.unwrap().into_inner().name;
    company.assign(&a, all_of([team("west")])).await;
    let ask =
        || GetCurriculumProgressRequest { curriculum: curriculum.clone(), person: name("people", "w1") };
    let before = company.evidence().get_curriculum_progress(ask()).await.unwrap().into_inner();
    assert_eq!((before.courses, before.completed), (2, 0));
    let enrollment = company.opened("w1").await.name;
    company.read("w1", &enrollment, "read").await.unwrap();
    let after = company.evidence().get_curriculum_progress(ask()).await.unwrap().into_inner();
    assert_eq!((after.courses, after.completed), (2, 1));

    let nobody = GetCurriculumProgressRequest { person: name("people", "none"), ..ask() };
    assert_eq!(company.evidence().get_curriculum_progress(nobody).await.unwrap_err().code(), Code::NotFound);
}
