//! `ArchiveCourse`.

use proto::training::v1::{ArchiveCourseRequest, CourseState, CreateAssignmentRequest};

use crate::support::{
    build::{self, all_of, team},
    company, parent, reason,
};

#[tokio::test]
async fn nobody_is_enrolled_any_more_but_whoever_began_may_finish() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let request = ArchiveCourseRequest { name: course.name.clone() };
    let archived = company.courses().archive_course(request.clone()).await.unwrap().into_inner();
    assert_eq!(archived.state(), CourseState::Archived);
    assert_eq!(company.courses().archive_course(request).await.unwrap().into_inner(), archived);

    company.hire(build::person("w7", "west", "seller")).await;
    company.settle().await;
    assert!(company.enrollments("w7").await.is_empty());
    assert!(company.complete("w1").await.complete_time.is_some());

    let assignment = Some(build::assignment(&course, all_of([])));
    let request = CreateAssignmentRequest { parent: parent(), assignment, request_id: String::new() };
    assert_eq!(
        reason(&company.assignments().create_assignment(request).await.unwrap_err()),
        "COURSE_ARCHIVED"
    );
}
