//! `GetQuizAttempt`.

use proto::training::v1::GetQuizAttemptRequest;
use tonic::Code;

use crate::support::{
    build::{self, all_of, team},
    company,
};

#[tokio::test]
async fn it_shows_questions_while_open_and_results_afterwards() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.enrollment("w1").await.name;
    let attempt = company.start("w1", &name).await.unwrap();
    let get = || GetQuizAttemptRequest { name: attempt.name.clone() };
    let open = company.learning("w1").get_quiz_attempt(get()).await.unwrap().into_inner();
    assert_eq!((&open, open.result.is_none()), (&attempt, true));
    let graded = company.answer("w1", &attempt, true).await;
    let seen = company.learning("w1").get_quiz_attempt(get()).await.unwrap().into_inner();
    assert_eq!(seen, graded);
    let error = company.learning("w2").get_quiz_attempt(get()).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
}
