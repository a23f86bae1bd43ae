//! Learning: the caller's own enrolments, the player and quizzes.

mod completing;
mod get_enrollment;
mod get_quiz_attempt;
mod list_my_enrollments;
mod list_my_learning;
mod rate_module;
mod save_answers;
mod save_progress;
mod start_quiz;
mod submit_quiz;
pub(crate) mod view;

use kit::{
    auth::Caller,
    error::Error,
    violation::{Rule, Violations},
};
use proto::training::v1::{self as pb, enrollment_service_server::EnrollmentService};
use tonic::{Request, Response, Status, async_trait};

use crate::{
    Training,
    domain::{
        course::Version,
        enrollment::{Attempt, Enrollment},
        module::{Module, Quiz},
    },
    error::{Reason, Refuse},
    names::{AttemptName, EnrollmentName},
    store::{self, ConnectionTrait},
};

#[async_trait]
impl EnrollmentService for Training {
    async fn list_my_enrollments(
        &self,
        r: Request<pb::ListMyEnrollmentsRequest>,
    ) -> Result<Response<pb::ListMyEnrollmentsResponse>, Status> {
        Ok(list_my_enrollments::list_my_enrollments(self, r).await?)
    }

    async fn get_enrollment(
        &self,
        r: Request<pb::GetEnrollmentRequest>,
    ) -> Result<Response<pb::Enrollment>, Status> {
        Ok(get_enrollment::get_enrollment(self, r).await?)
    }

    async fn save_progress(
        &self,
        r: Request<pb::SaveProgressRequest>,
    ) -> Result<Response<pb::Enrollment>, Status> {
        Ok(save_progress::save_progress(self, r).await?)
    }

    async fn start_quiz(
        &self,
        r: Request<pb::StartQuizRequest>,
    ) -> Result<Response<pb::QuizAttempt>, Status> {
        Ok(start_quiz::start_quiz(self, r).await?)
    }

    async fn save_answers(
        &self,
        r: Request<pb::SaveAnswersRequest>,
    ) -> Result<Response<pb::QuizAttempt>, Status> {
        Ok(save_answers::save_answers(self, r).await?)
    }

    async fn submit_quiz(
        &self,
        r: Request<pb::SubmitQuizRequest>,
    ) -> Result<Response<pb::QuizAttempt>, Status> {
        Ok(submit_quiz::submit_quiz(self, r).await?)
    }

    async fn get_quiz_attempt(
        &self,
        r: Request<pb::GetQuizAttemptRequest>,
    ) -> Result<Response<pb::QuizAttempt>, Status> {
        Ok(get_quiz_attempt::get_quiz_attempt(self, r).await?)
    }

    async fn rate_module(
        &self,
        r: Request<pb::RateModuleRequest>,
    ) -> Result<Response<pb::Enrollment>, Status> {
        Ok(rate_module::rate_module(self, r).await?)
    }

    async fn list_my_learning(
        &self,
        r: Request<pb::ListMyLearningRequest>,
    ) -> Result<Response<pb::MyLearning>, Status> {
        Ok(list_my_learning::list_my_learning(self, r).await?)
    }
}

/// The caller's own enrolment, with the version of the course that it holds. Somebody else's does not exist.
pub(super) async fn own<C: ConnectionTrait>(
    db: &C,
    who: &Caller,
    name: &EnrollmentName,
) -> Result<(Enrollment, Version), Error> {
    let (o, person) = (&name.organization, who.person()?);
    let enrollment = store::enrollment::load(db, o, &name.enrollment).await?;
    let enrollment = enrollment.filter(|e| e.person == person).ok_or_else(|| Error::not_found(name))?;
    let version = store::version::load(db, o, &enrollment.course, enrollment.version).await?;
    let version = version.ok_or_else(|| Error::internal("an enrolment without its version"))?;
    Ok((enrollment, version))
}

/// Whether the enrolment waits for another one of the caller's.
async fn locked<C: ConnectionTrait>(db: &C, o: &str, enrollment: &Enrollment) -> Result<bool, Error> {
    let Some(curriculum) = &enrollment.curriculum else { return Ok(false) };
    let in_order = store::curriculum::load(db, o, curriculum).await?.is_some_and(|c| c.in_order);
    Ok(in_order && enrollment.is_behind(&store::enrollment::of_person(db, o, &enrollment.person).await?))
}

/// A module of the version, or a violation.
fn module_of<'v>(mut violations: Violations, version: &'v Version, id: &str) -> Result<&'v Module, Error> {
    version.module(id).ok_or_else(|| {
        violations.add("module", id, if id.is_empty() { Rule::Required } else { Rule::NotFound });
        Error::Invalid(violations)
    })
}

fn quiz_of(module: &Module) -> Result<&Quiz, Error> {
    module.quiz().ok_or_else(|| Reason::ModuleNotAQuiz.refuse("the module is not a quiz"))
}

/// One of the caller's own attempts, with all attempts at the same quiz.
struct OwnAttempt {
    enrollment: Enrollment,
    version: Version,
    attempt: Attempt,
    used: u32,
}

impl OwnAttempt {
    async fn load<C: ConnectionTrait>(db: &C, who: &Caller, name: &AttemptName) -> Result<Self, Error> {
        let parent = EnrollmentName::new(&name.organization, &name.enrollment);
        let (enrollment, version) = own(db, who, &parent).await.map_err(|error| match error {
            Error::NotFound { .. } => Error::not_found(name),
            other => other,
        })?;
        let all = store::attempt::of_enrollment(db, &name.organization, &enrollment.id).await?;
        let attempt = all.iter().find(|a| a.id == name.attempt).cloned();
        let attempt = attempt.ok_or_else(|| Error::not_found(name))?;
        let used = all.iter().filter(|a| a.module == attempt.module).count();
        Ok(Self { enrollment, version, attempt, used: u32::try_from(used).unwrap_or(u32::MAX) })
    }

    fn quiz(&self) -> Result<(&Module, &Quiz), Error> {
        let module = self.version.module(&self.attempt.module);
        let module = module.ok_or_else(|| Error::internal("an attempt without its module"))?;
        Ok((module, quiz_of(module)?))
    }
}
