//! `ListCourseVersions`.

use proto::training::v1::{Course, ListCourseVersionsRequest, PublishCourseRequest, UpdateCourseRequest};
use tonic::Code;

use crate::support::{
    build::{self, text},
    company, name,
};

#[tokio::test]
async fn versions_come_newest_first_page_by_page() {
    let company = company().await;
    let course = company.course(build::course("v1")).await;
    for title in ["v2", "v3"] {
        let course = Course { title: text(title), etag: String::new(), ..course.clone() };
        let edit = UpdateCourseRequest { course: Some(course.clone()), update_mask: None };
        company.courses().update_course(edit).await.unwrap();
        let publish =
            PublishCourseRequest { name: course.name, etag: String::new(), change_note: title.into() };
        company.courses().publish_course(publish).await.unwrap();
    }
    let list = |page_token: String| ListCourseVersionsRequest {
        parent: course.name.clone(),
        page_size: 2,
        page_token,
    };
    let first = company.courses().list_course_versions(list(String::new())).await.unwrap().into_inner();
    let notes: Vec<_> = first.versions.iter().map(|v| (v.version, v.change_note.as_str())).collect();
    assert_eq!(notes, [(3, "v3"), (2, "v2")]);
    assert_eq!(first.versions[0].publisher, name("people", "tara"));
    assert!(first.versions[0].modules.is_empty());
    let second =
        company.courses().list_course_versions(list(first.next_page_token)).await.unwrap().into_inner();
    assert_eq!(second.versions[0].title, text("v1"));

    let absent = ListCourseVersionsRequest { parent: name("courses", "x"), ..Default::default() };
    assert_eq!(company.courses().list_course_versions(absent).await.unwrap_err().code(), Code::NotFound);
}
