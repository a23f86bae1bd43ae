//! `ListMyEnrollments`.

use proto::training::v1::{Assignment, CreateAssignmentRequest, EnrollmentState, ListMyEnrollmentsRequest};
use tonic::Code;

use crate::support::{
    build::{self, all_of, team, text},
    company, parent,
};

#[tokio::test]
async fn what_is_open_comes_first_by_due_day() {
    let company = company().await;
    let mut courses = vec![];
    for (title, days) in [("late", 20), ("done", 5), ("soon", 3)] {
        let course = company.course(build::course(title)).await;
        let assignment =
            Assignment { due_working_days: days, ..build::assignment(&course, all_of([team("west")])) };
        let request = CreateAssignmentRequest {
            parent: parent(),
            assignment: Some(assignment),
            request_id: String::new(),
        };
        company.assignments().create_assignment(request).await.unwrap();
        courses.push(course);
    }
    company.settle().await;
    let done = company.enrollments("w1").await.into_iter().find(|e| e.course == courses[1].name).unwrap();
    company.read("w1", &done.name, "read").await.unwrap();
    let attempt = company.start("w1", &done.name).await.unwrap();
    company.answer("w1", &attempt, true).await;

    let all = company.enrollments("w1").await;
    let titles: Vec<_> = all.iter().map(|e| e.course_title.clone()).collect();
    assert_eq!(titles, [text("soon"), text("late"), text("done")]);
    assert_eq!((all[2].modules_completed, all[2].module_count, all[2].minutes), (2, 2, 15));
    assert!(all.iter().all(|e| e.modules.is_empty()));

    let list = async |request: ListMyEnrollmentsRequest| {
        company.learning("w1").list_my_enrollments(request).await.unwrap().into_inner()
    };
    let paged = ListMyEnrollmentsRequest { parent: parent(), page_size: 2, ..Default::default() };
    let first = list(paged.clone()).await;
    let rest = list(ListMyEnrollmentsRequest { page_token: first.next_page_token, ..paged.clone() }).await;
    assert_eq!((first.enrollments.len(), rest.enrollments[0].course_title.clone()), (2, text("done")));
    let completed = ListMyEnrollmentsRequest { states: vec![EnrollmentState::Completed.into()], ..paged };
    assert_eq!(list(completed).await.enrollments.len(), 1);

    company.days_pass(10).await;
    let overdue: Vec<_> = company.enrollments("w1").await.iter().map(|e| e.overdue).collect();
    assert_eq!(overdue, [true, false, false]);
}

#[tokio::test]
async fn whoever_did_not_sign_in_sees_nothing() {
    let company = company().await;
    let mut nobody = proto::training::v1::enrollment_service_client::EnrollmentServiceClient::new(
        company.harness.as_anonymous(),
    );
    let request = ListMyEnrollmentsRequest { parent: parent(), ..Default::default() };
    assert_eq!(nobody.list_my_enrollments(request).await.unwrap_err().code(), Code::Unauthenticated);
}
