//! `CreateCourse`.

use proto::training::v1::{
    Course, CourseState, CreateCourseRequest, FileContent, Module, VideoContent, module::Content,
};
use tonic::Code;

use crate::support::{
    build::{self, text},
    company, fields, name, parent,
};

fn request(course: Course, request_id: &str) -> CreateCourseRequest {
    CreateCourseRequest { parent: parent(), course: Some(course), request_id: request_id.into() }
}

#[tokio::test]
async fn a_draft_comes_back_as_it_was_written() {
    let company = company().await;
    let given = Course {
        application: name("applications", "crm"),
        feature: format!("{}/features/leads", name("applications", "crm")),
        ..build::course("CRM basics")
    };
    let made = company.courses().create_course(request(given.clone(), "")).await.unwrap().into_inner();
    assert_eq!((made.state(), made.published_version, made.draft_ahead), (CourseState::Draft, 0, true));
    assert_eq!((made.minutes, made.module_count), (15, 2));
    assert_eq!(
        (&made.title, &made.application, &made.feature),
        (&given.title, &given.application, &given.feature)
    );
    assert_eq!(made.modules[0], given.modules[0]);
    let Some(Content::Quiz(quiz)) = &made.modules[1].content else { panic!("{made:?}") };
    assert_eq!(Some(Content::Quiz(quiz.clone())), given.modules[1].content);
}

#[tokio::test]
async fn every_broken_rule_is_told_at_once() {
    let company = company().await;
    let link = |id: &str, url: &str| Module {
        id: id.into(),
        title: text("A video"),
        minutes: 500,
        content: Some(Content::Video(VideoContent { url: url.into(), transcript: None })),
    };
    let file = Module {
        id: "file".into(),
        title: text("A file"),
        minutes: 1,
        content: Some(Content::File(FileContent { url: "https://example.org/a.pdf".into(), label: None })),
    };
    let mut quiz = build::quiz();
    if let Some(Content::Quiz(quiz)) = &mut quiz.content {
        quiz.questions[1].id = "single".into();
        quiz.questions[0].prompt = None;
        quiz.pass_percent = 101;
    }
    let course = Course {
        title: None,
        application: "organizations/globex/applications/crm".into(),
        modules: vec![
            link("Video", "http://example.org"),
            file,
            quiz,
            link("a", "javascript:alert(1)"),
            Module { id: "empty".into(), title: text("Nothing"), minutes: 1, content: None },
        ],
        ..Default::default()
    };
    let error = company.courses().create_course(request(course, "")).await.unwrap_err();
    assert_eq!(
        fields(&error),
        [
            "course.title",
            "course.application",
            "course.modules[0].id",
            "course.modules[0].minutes",
            "course.modules[0].video.url",
            "course.modules[2].quiz.questions[0].prompt",
            "course.modules[2].quiz.questions[1].id",
            "course.modules[2].quiz.pass_percent",
            "course.modules[3].minutes",
            "course.modules[3].video.url",
            "course.modules[4].content",
        ]
    );
}

#[tokio::test]
async fn the_same_request_makes_one_course() {
    let company = company().await;
    let once = company.courses().create_course(request(build::course("A"), "r1")).await.unwrap().into_inner();
    let again =
        company.courses().create_course(request(build::course("A"), "r1")).await.unwrap().into_inner();
    assert_eq!(again, once);
    let other = company.courses().create_course(request(build::course("B"), "r1")).await.unwrap_err();
    assert_eq!(fields(&other), ["request_id"]);
}

#[tokio::test]
async fn a_member_writes_no_courses() {
    let company = company().await;
    let mut member =
        proto::training::v1::course_service_client::CourseServiceClient::new(company.person("w1"));
    let error = member.create_course(request(build::course("A"), "")).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
}
