//! `RequestHelp`.

use proto::training::v1::{HelpRequested, HelpState, RequestHelpRequest};
use tonic::Code;

use crate::support::{
    build::{self, all_of, team, text},
    company, fields, name, reason,
};

#[tokio::test]
async fn trainers_are_told_and_a_person_does_not_flood_them() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let enrollment = company.enrollment("w1").await.name;
    let ask = |question: &str, id: &str| RequestHelpRequest {
        name: enrollment.clone(),
        module: "read".into(),
        question: question.into(),
        request_id: id.into(),
    };
    let asked = company.help("w1").request_help(ask("چگونه؟", "r")).await.unwrap().into_inner();
    assert_eq!((asked.state(), asked.question.as_str()), (HelpState::Open, "چگونه؟"));
    assert_eq!((&asked.course_title, &asked.module_title), (&text("A"), &text("Read this")));
    let again = company.help("w1").request_help(ask("چگونه؟", "r")).await.unwrap().into_inner();
    assert_eq!(again, asked);
    company.settle().await;
    let told = company.heard::<HelpRequested>();
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].person.as_str(), told[0].person_display_name.as_str()),
        (name("people", "w1").as_str(), "W1")
    );

    assert_eq!(told[0].link_path, "/help-requests");

    for i in 1..20 {
        company.help("w1").request_help(ask(&i.to_string(), "")).await.unwrap();
    }
    let error = company.help("w1").request_help(ask("one more", "")).await.unwrap_err();
    assert_eq!(reason(&error), "TOO_MANY_HELP_REQUESTS");
}

#[tokio::test]
async fn one_asks_about_ones_own_course_only() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let enrollment = company.enrollment("w1").await.name;
    let ask = RequestHelpRequest { name: enrollment.clone(), question: "?".into(), ..Default::default() };
    assert_eq!(company.help("w2").request_help(ask).await.unwrap_err().code(), Code::NotFound);
    let empty = RequestHelpRequest { name: enrollment, module: "nothing".into(), ..Default::default() };
    assert_eq!(fields(&company.help("w1").request_help(empty).await.unwrap_err()), ["question", "module"]);
}
