//! `GetCourseVersion`.

use proto::training::v1::GetCourseVersionRequest;
use tonic::Code;

use crate::support::{build, company};

#[tokio::test]
async fn a_version_has_its_content_and_others_do_not_exist() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let get = |v: &str| GetCourseVersionRequest { name: format!("{}/versions/{v}", course.name) };
    let version = company.courses().get_course_version(get("1")).await.unwrap().into_inner();
    assert_eq!(version.modules, course.modules);
    for absent in ["2", "0", "x", "99999999999"] {
        let error = company.courses().get_course_version(get(absent)).await.unwrap_err();
        assert_eq!(error.code(), Code::NotFound, "{absent}");
    }
}
