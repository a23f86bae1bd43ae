//! `GetQuizAttempt`: as it stands.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{GetQuizAttemptRequest, QuizAttempt};
use tonic::{Request, Response};

use super::OwnAttempt;
use crate::{
    Training,
    api::convert::enrollment::{graded_attempt, open_attempt},
    domain::enrollment::EnrollmentState,
    names::AttemptName,
};

pub(super) async fn get_quiz_attempt(
    s: &Training,
    request: Request<GetQuizAttemptRequest>,
) -> Result<Response<QuizAttempt>, Error> {
    let who = Caller::of(&request)?;
    let name: AttemptName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let found = OwnAttempt::load(s.db.read(), &who, &name).await?;
    let (_, quiz) = found.quiz()?;
    let completed = found.enrollment.state == EnrollmentState::Completed;

    Ok(Response::new(match found.attempt.submit_time {
        Some(_) => graded_attempt(o, &found.attempt, quiz, found.used, completed),
        None => open_attempt(o, &found.attempt, quiz),
    }))
}
