//! `SaveAnswers`: keeps what was answered so far.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{QuizAttempt, SaveAnswersRequest};
use tonic::{Request, Response};

use super::OwnAttempt;
use crate::{
    Training,
    api::convert::{enrollment::open_attempt, quiz::answers},
    error::{Reason, Refuse},
    names::AttemptName,
    store,
};

pub(super) async fn save_answers(
    s: &Training,
    request: Request<SaveAnswersRequest>,
) -> Result<Response<QuizAttempt>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: AttemptName = who.parse("name", &request.name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let mut found = OwnAttempt::load(&tx, &who, &name).await?;
    if found.attempt.submit_time.is_some() {
        return Err(Reason::AttemptSubmitted.refuse("the attempt was handed in"));
    }
    let mut violations = who.violations();
    let answers = answers(&mut violations, found.quiz()?.1, &request.answers);
    violations.check()?;
    found.attempt.answers = answers;
    store::attempt::save(&tx, o, &found.attempt).await?;
    tx.commit().await?;

    Ok(Response::new(open_attempt(o, &found.attempt, found.quiz()?.1)))
}
