//! `SubmitQuiz`: hands an attempt in and grades it.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{QuizAttempt, SubmitQuizRequest};
use tonic::{Request, Response};

use super::{OwnAttempt, completing};
use crate::{
    Training,
    api::convert::{enrollment::graded_attempt, quiz::answers},
    domain::{enrollment::EnrollmentState, grading, shuffle::Deal},
    names::AttemptName,
    store,
};

pub(super) async fn submit_quiz(
    s: &Training,
    request: Request<SubmitQuizRequest>,
) -> Result<Response<QuizAttempt>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: AttemptName = who.parse("name", &request.name)?;
    let (o, now) = (&name.organization, s.clock.now());

    let tx = s.db.begin().await?;
    let OwnAttempt { mut enrollment, version, mut attempt, used } =
        OwnAttempt::load(&tx, &who, &name).await?;
    let module = super::module_of(who.violations(), &version, &attempt.module)?;
    let quiz = super::quiz_of(module)?;
    if attempt.submit_time.is_some() {
        let completed = enrollment.state == EnrollmentState::Completed;
        return Ok(Response::new(graded_attempt(o, &attempt, quiz, used, completed)));
    }
    let mut violations = who.violations();
    let answers = answers(&mut violations, quiz, &request.answers);
    violations.check()?;
    enrollment.must_be_open_to_learn(false)?;
    let grade = grading::grade(quiz, Deal::new(attempt.seed), &answers);
    attempt.passed = grade.passes(quiz) && !attempt.is_late(now);
    attempt.percent = grade.percent;
    attempt.answers = answers;
    attempt.submit_time = Some(now);
    store::attempt::save(&tx, o, &attempt).await?;
    let mut progress = store::progress::load(&tx, o, &enrollment.id).await?;
    if attempt.passed {
        let entry = progress.entry(module.id.clone()).or_default();
        entry.complete_time = entry.complete_time.or(Some(now));
        store::progress::save(&tx, o, &enrollment.id, &module.id, *entry).await?;
    }
    enrollment.visit(&module.id, now);
    let completed = completing::save(s, &tx, o, &mut enrollment, &version, &progress, now).await?;
    tx.commit().await?;

    Ok(Response::new(graded_attempt(o, &attempt, quiz, used, completed)))
}
