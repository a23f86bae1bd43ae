//! `CreateCurriculum`.

use proto::{
    identity::v1::Level,
    training::v1::{CreateCurriculumRequest, Curriculum, CurriculumState},
};
use tonic::Code;

use crate::support::{
    build::{self, text},
    company, fields, name, parent,
};

fn request(curriculum: Curriculum, request_id: &str) -> CreateCurriculumRequest {
    CreateCurriculumRequest { parent: parent(), curriculum: Some(curriculum), request_id: request_id.into() }
}

#[tokio::test]
async fn courses_stand_in_their_order_with_their_titles() {
    let company = company().await;
    let (a, b) = (company.course(build::course("A")).await, company.draft(build::course("B")).await);
    let given = build::curriculum("Sellers", &[&b, &a]);
    let made = company.curricula().create_curriculum(request(given.clone(), "r")).await.unwrap().into_inner();
    assert_eq!(made.state(), CurriculumState::Active);
    let titles: Vec<_> = made.steps.iter().map(|s| s.course_title.clone()).collect();
    assert_eq!(titles, [text("B"), text("A")]);
    let again = company.curricula().create_curriculum(request(given, "r")).await.unwrap().into_inner();
    assert_eq!(again, made);
}

#[tokio::test]
async fn a_position_has_one_for_each_level() {
    let company = company().await;
    let a = company.course(build::course("A")).await;
    let novice = build::curriculum("Sellers", &[&a]);
    company.curricula().create_curriculum(request(novice.clone(), "")).await.unwrap();
    let error = company.curricula().create_curriculum(request(novice.clone(), "")).await.unwrap_err();
    assert_eq!(error.code(), Code::AlreadyExists);
    let expert = Curriculum { level: Level::Expert.into(), ..novice };
    company.curricula().create_curriculum(request(expert, "")).await.unwrap();
}

#[tokio::test]
async fn every_broken_rule_is_told_at_once() {
    let company = company().await;
    let a = company.course(build::course("A")).await;
    let mut given = build::curriculum("", &[&a, &a]);
    given.level = 0;
    given.position = name("positions", "nobody");
    given.steps[0].due_working_days = 501;
    given.steps.push(proto::training::v1::CurriculumStep {
        course: name("courses", "nothing"),
        ..Default::default()
    });
    let error = company.curricula().create_curriculum(request(given, "")).await.unwrap_err();
    assert_eq!(
        fields(&error),
        [
            "curriculum.title",
            "curriculum.level",
            "curriculum.steps[0].due_working_days",
            "curriculum.steps[1].course",
            "curriculum.position",
            "curriculum.steps[2].course",
        ]
    );
}
