//! `StartQuiz`.

use std::time::Duration;

use proto::training::v1::{QuestionKind, StartQuizRequest};

use crate::support::{
    build::{self, all_of, team},
    company, fields, reason,
};

#[tokio::test]
async fn the_questions_come_without_their_answers() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.enrollment("w1").await.name;
    let attempt = company.start("w1", &name).await.unwrap();
    assert_eq!(attempt.questions.len(), 7);
    assert_eq!(attempt.end_time.unwrap().seconds - attempt.start_time.unwrap().seconds, 1_200);
    let everything = format!("{attempt:?}");
    for secret in ["explained", "That is why", "12.5", "قیف"] {
        assert!(!everything.contains(secret), "{secret}");
    }
    let number = attempt.questions.iter().find(|q| q.kind() == QuestionKind::Number).unwrap();
    assert_eq!(number.unit.as_ref().unwrap().en, "%");
    let matching = attempt.questions.iter().find(|q| q.kind() == QuestionKind::Matching).unwrap();
    assert_eq!((matching.prompts.len(), matching.options.len()), (3, 3));
}

#[tokio::test]
async fn each_attempt_is_shuffled_anew() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([])).await;
    let mut orders = std::collections::BTreeSet::new();
    for person in ["w1", "w2", "w3", "w4", "e1", "e2", "s1", "s2"] {
        let name = company.enrollment(person).await.name;
        let attempt = company.start(person, &name).await.unwrap();
        orders.insert(attempt.questions.iter().map(|q| q.id.clone()).collect::<Vec<_>>());
    }
    assert!(orders.len() > 5, "{orders:?}");
}

#[tokio::test]
async fn an_open_attempt_goes_on_until_its_time_is_up() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.enrollment("w1").await.name;
    let first = company.start("w1", &name).await.unwrap();
    assert_eq!(company.start("w1", &name).await.unwrap(), first);
    company.harness.clock.advance(Duration::from_mins(21));
    let second = company.start("w1", &name).await.unwrap();
    assert_ne!(second.name, first.name);
    company.harness.clock.advance(Duration::from_mins(21));
    assert_eq!(reason(&company.start("w1", &name).await.unwrap_err()), "QUIZ_NO_ATTEMPTS_LEFT");
}

#[tokio::test]
async fn only_a_quiz_that_is_not_passed_begins() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.enrollment("w1").await.name;
    let start = |module: &str| StartQuizRequest { name: name.clone(), module: module.into() };
    let error = company.learning("w1").start_quiz(start("read")).await.unwrap_err();
    assert_eq!(reason(&error), "MODULE_NOT_A_QUIZ");
    assert_eq!(fields(&company.learning("w1").start_quiz(start("")).await.unwrap_err()), ["module"]);
    company.complete("w1").await;
    let error = company.learning("w1").start_quiz(start("quiz")).await.unwrap_err();
    assert_eq!(reason(&error), "QUIZ_PASSED");
}
