//! `SubmitQuiz`.

use std::time::Duration;

use proto::training::v1::{Answer, EnrollmentState, SubmitQuizRequest};
use tonic::Code;

use crate::support::{
    build::{self, all_of, right_answers, team},
    company, reason,
};

#[tokio::test]
async fn right_answers_pass_and_complete_the_course() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.enrollment("w1").await.name;
    company.read("w1", &name, "read").await.unwrap();
    let attempt = company.start("w1", &name).await.unwrap();
    let graded = company.answer("w1", &attempt, true).await;
    let result = graded.result.as_ref().unwrap();
    assert_eq!((result.percent, result.passed, result.points, result.max_points), (100, true, 7.0, 7));
    assert!(result.course_completed && !result.late);
    assert!(result.answers.iter().all(|a| a.correct && !a.explanations.is_empty()));
    let solved = |a: &proto::training::v1::AnswerResult| a.solution.is_some() || !a.solution_texts.is_empty();
    assert!(result.answers.iter().all(solved), "passed: the answers are no secret any more");
    assert_eq!(company.enrollment("w1").await.state(), EnrollmentState::Completed);
    assert_eq!(company.answer("w1", &attempt, false).await, graded, "handing in again changes nothing");
}

#[tokio::test]
async fn a_failed_attempt_keeps_the_answers_secret_while_another_is_left() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.enrollment("w1").await.name;
    let attempt = company.start("w1", &name).await.unwrap();
    let first = company.answer("w1", &attempt, false).await.result.unwrap();
    assert_eq!((first.percent, first.passed, first.attempts_left), (0, false, 1));
    assert!(first.answers.iter().all(|a| a.solution.is_none() && a.solution_texts.is_empty()));

    let attempt = company.start("w1", &name).await.unwrap();
    let second = company.answer("w1", &attempt, false).await.result.unwrap();
    assert_eq!(second.attempts_left, 0);
    assert_eq!(second.answers.iter().filter(|a| a.solution.is_some()).count(), 5);
    assert_eq!(reason(&company.start("w1", &name).await.unwrap_err()), "QUIZ_NO_ATTEMPTS_LEFT");
}

#[tokio::test]
async fn what_was_ticked_is_explained_and_partly_right_gives_a_share() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.enrollment("w1").await.name;
    let attempt = company.start("w1", &name).await.unwrap();
    let half = |mut answer: Answer| {
        if let Some(proto::training::v1::answer::Value::Keys(keys)) = &mut answer.value {
            keys.keys.truncate(1);
        }
        answer
    };
    let answers =
        right_answers(&attempt).into_iter().filter(|a| a.question == "multiple").map(half).collect();
    let request = SubmitQuizRequest { name: attempt.name, answers };
    let result = company.learning("w1").submit_quiz(request).await.unwrap().into_inner().result.unwrap();
    let multiple = result.answers.iter().find(|a| a.question == "multiple").unwrap();
    assert_eq!((multiple.correct, multiple.points), (false, 0.5));
    let words: Vec<_> = multiple.explanations.iter().map(|e| e.en.as_str()).collect();
    assert_eq!(words, ["right two, explained", "That is why"]);
}

#[tokio::test]
async fn too_late_does_not_pass_but_the_grace_counts() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let late = company.enrollment("w1").await.name;
    let attempt = company.start("w1", &late).await.unwrap();
    company.harness.clock.advance(Duration::from_secs(1_231));
    let result = company.answer("w1", &attempt, true).await.result.unwrap();
    assert_eq!((result.percent, result.passed, result.late), (100, false, true));

    let in_time = company.enrollment("w2").await.name;
    let attempt = company.start("w2", &in_time).await.unwrap();
    company.harness.clock.advance(Duration::from_secs(1_230));
    assert!(company.answer("w2", &attempt, true).await.result.unwrap().passed);
}

#[tokio::test]
async fn anothers_attempt_does_not_exist() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let theirs = company.enrollment("w1").await.name;
    let attempt = company.start("w1", &theirs).await.unwrap();
    let own = company.enrollment("w2").await.name;
    let id = attempt.name.rsplit('/').next().unwrap();
    for name in [attempt.name.clone(), format!("{own}/attempts/{id}")] {
        let request = SubmitQuizRequest { name, answers: vec![] };
        let error = company.learning("w2").submit_quiz(request).await.unwrap_err();
        assert_eq!(error.code(), Code::NotFound);
    }
}
