//! `EnrollVolunteer`.

use proto::training::v1::{
    ArchiveCurriculumRequest, CreateCurriculumRequest, EnrollVolunteerRequest, EnrollmentAssigned,
};

use crate::support::{build, company, name, parent, reason};

#[tokio::test]
async fn somebody_who_asked_gets_what_is_missing_once() {
    let company = company().await;
    let (a, b) = (company.course(build::course("A")).await, company.course(build::course("B")).await);
    let request = CreateCurriculumRequest {
        parent: parent(),
        curriculum: Some(build::curriculum("Champions", &[&a, &b])),
        request_id: String::new(),
    };
    let curriculum = company.curricula().create_curriculum(request).await.unwrap().into_inner().name;
    let enroll = || EnrollVolunteerRequest { curriculum: curriculum.clone(), person: name("people", "w1") };
    let progress = company.evidence().enroll_volunteer(enroll()).await.unwrap().into_inner();
    assert_eq!((progress.courses, progress.completed), (2, 0));
    company.evidence().enroll_volunteer(enroll()).await.unwrap();
    company.settle().await;
    let enrollments = company.enrollments("w1").await;
    assert_eq!(enrollments.len(), 2);
    assert!(enrollments.iter().all(|e| e.due_day.as_str() > "2026-03-02"), "{enrollments:?}");
    assert_eq!(company.heard::<EnrollmentAssigned>().len(), 2, "told once of each");
    assert!(company.enrollments("w2").await.is_empty(), "nobody else asked");

    company
        .curricula()
        .archive_curriculum(ArchiveCurriculumRequest { name: curriculum.clone() })
        .await
        .unwrap();
    let error = company.evidence().enroll_volunteer(enroll()).await.unwrap_err();
    assert_eq!(reason(&error), "CURRICULUM_ARCHIVED");
}
