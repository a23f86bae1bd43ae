//! `PublishCourse`.

use proto::training::v1::{Course, CoursePublished, CourseState, PublishCourseRequest, UpdateCourseRequest};
use tonic::Code;

use crate::support::{
    Company,
    build::{self, all_of, team, text},
    company, reason,
};

async fn publish_again(company: &Company, course: &Course, title: &str) -> Course {
    let course = Course { title: text(title), etag: String::new(), ..course.clone() };
    let edit = UpdateCourseRequest { course: Some(course.clone()), update_mask: None };
    company.courses().update_course(edit).await.unwrap();
    let request = PublishCourseRequest { name: course.name, ..Default::default() };
    company.courses().publish_course(request).await.unwrap().into_inner()
}

#[tokio::test]
async fn whoever_began_keeps_the_version_and_the_others_get_the_new_one() {
    let company = company().await;
    let course = company.course(build::course("First")).await;
    company.assign(&course, all_of([team("west")])).await;
    let began = company.enrollment("w1").await.name;
    company.read("w1", &began, "read").await.unwrap();

    let second = publish_again(&company, &course, "Second").await;
    assert_eq!((second.published_version, second.state()), (2, CourseState::Published));
    let kept = company.enrollment("w1").await;
    assert_eq!((kept.course_version, kept.course_title), (1, text("First")));
    let fresh = company.enrollment("w2").await;
    assert_eq!((fresh.course_version, fresh.course_title), (2, text("Second")));
}

#[tokio::test]
async fn publishing_twice_makes_one_version_and_tells_once() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let request = PublishCourseRequest { name: course.name.clone(), ..Default::default() };
    let again = company.courses().publish_course(request).await.unwrap().into_inner();
    assert_eq!(again.published_version, 1);
    company.settle().await;
    let told = company.heard::<CoursePublished>();
    assert_eq!(told.len(), 1);
    assert!(told[0].course.as_ref().unwrap().modules.is_empty(), "answers never travel");
}

#[tokio::test]
async fn an_empty_course_or_an_old_etag_is_refused() {
    let company = company().await;
    let empty = company.draft(Course { modules: vec![], ..build::course("A") }).await;
    let request = PublishCourseRequest { name: empty.name.clone(), etag: "7".into(), ..Default::default() };
    assert_eq!(company.courses().publish_course(request).await.unwrap_err().code(), Code::Aborted);
    let request = PublishCourseRequest { name: empty.name, ..Default::default() };
    assert_eq!(reason(&company.courses().publish_course(request).await.unwrap_err()), "COURSE_EMPTY");
}
