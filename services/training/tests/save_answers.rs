//! `SaveAnswers`.

use proto::training::v1::{Answer, SaveAnswersRequest, answer::Value};

use crate::support::{
    build::{self, all_of, right_answers, team},
    company, fields, reason,
};

#[tokio::test]
async fn answers_are_there_when_one_goes_on() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.enrollment("w1").await.name;
    let attempt = company.start("w1", &name).await.unwrap();
    let mut answers = right_answers(&attempt);
    answers.sort_by(|a, b| a.question.cmp(&b.question));
    let unknown = Answer { question: "nothing".into(), value: Some(Value::Truth(true)) };
    let with = |more: Vec<Answer>| SaveAnswersRequest {
        name: attempt.name.clone(),
        answers: answers.iter().cloned().chain(more).collect(),
    };
    let saved = company.learning("w1").save_answers(with(vec![unknown])).await.unwrap().into_inner();
    assert_eq!(saved.answers, answers, "those to questions that are not asked are left out");
    assert_eq!(company.start("w1", &name).await.unwrap(), saved);

    let long = Answer { question: "words".into(), value: Some(Value::Text("x".repeat(1_001))) };
    let error = company.learning("w1").save_answers(with(vec![long])).await.unwrap_err();
    assert_eq!(fields(&error), ["answers[7].text"]);
    company.answer("w1", &attempt, true).await;
    let error = company.learning("w1").save_answers(with(vec![])).await.unwrap_err();
    assert_eq!(reason(&error), "ATTEMPT_SUBMITTED");
}
