//! `AnswerHelpRequest`.

use proto::training::v1::{AnswerHelpRequestRequest, HelpAnswered, HelpState, RequestHelpRequest};
use tonic::Code;

use crate::support::{
    build::{self, all_of, team},
    company, fields, name,
};

#[tokio::test]
async fn the_learner_is_told_once_for_each_answer() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let enrollment = company.enrollment("w1").await.name;
    let ask = RequestHelpRequest { name: enrollment, question: "How?".into(), ..Default::default() };
    let asked = company.help("w1").request_help(ask).await.unwrap().into_inner();
    let answer = |text: &str| AnswerHelpRequestRequest {
        name: asked.name.clone(),
        answer: text.into(),
        ..Default::default()
    };
    for text in ["So.", "So.", "Or so."] {
        let reply = company.trainers_help().answer_help_request(answer(text)).await.unwrap().into_inner();
        assert_eq!((reply.state(), reply.answer.as_str()), (HelpState::Answered, text));
        assert_eq!(reply.answerer_display_name, "TARA");
    }
    company.settle().await;
    let told: Vec<_> = company.heard::<HelpAnswered>().into_iter().map(|e| (e.person, e.answer)).collect();
    let w1 = name("people", "w1");
    assert_eq!(told, [(w1.clone(), "So.".to_owned()), (w1, "Or so.".to_owned())]);

    assert_eq!(
        fields(&company.trainers_help().answer_help_request(answer(" ")).await.unwrap_err()),
        ["answer"]
    );
    let absent = AnswerHelpRequestRequest {
        name: name("helpRequests", "x"),
        answer: "So.".into(),
        ..Default::default()
    };
    assert_eq!(company.trainers_help().answer_help_request(absent).await.unwrap_err().code(), Code::NotFound);
}
