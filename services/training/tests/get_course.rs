//! `GetCourse`.

use proto::training::v1::{GetCourseRequest, course_service_client::CourseServiceClient};
use tonic::Code;

use crate::support::{build, company, name};

#[tokio::test]
async fn a_foreign_course_looks_like_one_that_does_not_exist() {
    let company = company().await;
    let made = company.draft(build::course("A")).await;
    let get = |name: String| GetCourseRequest { name };
    assert_eq!(company.courses().get_course(get(made.name.clone())).await.unwrap().into_inner(), made);

    let mut stranger = CourseServiceClient::new(company.harness.as_stranger());
    let foreign = stranger.get_course(get(made.name)).await.unwrap_err();
    let absent = company.courses().get_course(get(name("courses", "nothing"))).await.unwrap_err();
    assert_eq!((foreign.code(), absent.code()), (Code::NotFound, Code::NotFound));
}
