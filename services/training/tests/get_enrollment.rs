//! `GetEnrollment`.

use proto::{
    access::v1::Role,
    training::v1::{
        GetEnrollmentRequest, enrollment_service_client::EnrollmentServiceClient, learner_module::Content,
    },
};
use tonic::Code;

use crate::support::{
    build::{self, all_of, team},
    company, name,
};

#[tokio::test]
async fn the_content_is_there_and_the_answers_are_not() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let opened = company.opened("w1").await;
    let Some(Content::Text(text)) = &opened.modules[0].content else { panic!("{opened:?}") };
    assert_eq!(text.markdown.as_ref().unwrap().fa, "# خوش آمدید");
    let Some(Content::Quiz(quiz)) = &opened.modules[1].content else { panic!("{opened:?}") };
    assert_eq!((quiz.question_count, quiz.pass_percent, quiz.max_attempts), (7, 70, 2));
    let everything = format!("{opened:?}");
    assert!(!everything.contains("right") && !everything.contains("قیف"), "{everything}");
}

#[tokio::test]
async fn anothers_enrolment_does_not_exist_whatever_the_role() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let theirs = company.enrollment("w1").await.name;
    let all = [Role::Admin, Role::Hr, Role::Trainer, Role::Champion, Role::Sponsor].map(|r| (r, None));
    let curious = company.harness.as_person("hana", &all);
    for transport in [curious, company.harness.as_stranger()] {
        let request = GetEnrollmentRequest { name: theirs.clone() };
        let error = EnrollmentServiceClient::new(transport).get_enrollment(request).await.unwrap_err();
        assert_eq!(error.code(), Code::NotFound);
    }
    let absent = GetEnrollmentRequest { name: name("enrollments", "x") };
    assert_eq!(company.learning("w1").get_enrollment(absent).await.unwrap_err().code(), Code::NotFound);
}
