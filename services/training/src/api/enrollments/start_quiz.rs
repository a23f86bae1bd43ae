//! `StartQuiz`: a new attempt, or the open one.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{QuizAttempt, StartQuizRequest};
use tonic::{Request, Response};

use super::{locked, module_of, own, quiz_of};
use crate::{
    Training,
    api::convert::enrollment::open_attempt,
    domain::enrollment::{Attempt, may_attempt},
    names::EnrollmentName,
    store,
};

pub(super) async fn start_quiz(
    s: &Training,
    request: Request<StartQuizRequest>,
) -> Result<Response<QuizAttempt>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: EnrollmentName = who.parse("name", &request.name)?;
    let (o, now) = (&name.organization, s.clock.now());

    let tx = s.db.begin().await?;
    let (mut enrollment, version) = own(&tx, &who, &name).await?;
    let module = module_of(who.violations(), &version, &request.module)?;
    let quiz = quiz_of(module)?;
    enrollment.must_be_open_to_learn(locked(&tx, o, &enrollment).await?)?;
    let mut attempts = store::attempt::of_enrollment(&tx, o, &enrollment.id).await?;
    attempts.retain(|a| a.module == module.id);
    let attempt = if let Some(open) = may_attempt(quiz, &attempts, now)? {
        open.clone()
    } else {
        let seed = u64::from_le_bytes(s.ids.random_bytes());
        Attempt::begin(s.ids.next(), &enrollment.id, module, quiz, seed, now)
    };
    store::attempt::save(&tx, o, &attempt).await?;
    enrollment.visit(&module.id, now);
    store::enrollment::save(&tx, o, &enrollment).await?;
    tx.commit().await?;

    Ok(Response::new(open_attempt(o, &attempt, quiz)))
}
