//! How the demo's people learn: through the same calls as a browser, with the answers that the course's author knows.

use kit::client::Outgoing;
use proto::training::v1::{
    Answer, AnswerKeys, AskedQuestion, Enrollment, EnrollmentState, GetEnrollmentRequest,
    ListMyEnrollmentsRequest, Question, SaveProgressRequest, StartQuizRequest, SubmitQuizRequest,
    answer::Value, enrollment_service_client::EnrollmentServiceClient, learner_module, question::Kind,
};
use rand::{Rng, rngs::StdRng};

/// Somebody who learns.
pub(crate) struct Learner {
    client: EnrollmentServiceClient<Outgoing>,
    parent: String,
}

impl Learner {
    /// A learner who calls this way.
    pub(crate) fn new(way: Outgoing, organization: &str) -> Self {
        Self { client: EnrollmentServiceClient::new(way), parent: format!("organizations/{organization}") }
    }

    /// The courses that wait.
    pub(crate) async fn open(&mut self) -> anyhow::Result<Vec<Enrollment>> {
        let request = ListMyEnrollmentsRequest {
            parent: self.parent.clone(),
            states: vec![EnrollmentState::Assigned.into(), EnrollmentState::Started.into()],
            ..ListMyEnrollmentsRequest::default()
        };
        Ok(self.client.list_my_enrollments(request).await?.into_inner().enrollments)
    }

    /// Goes through a course from where it was left, and takes its quiz with knowledge from `questions`.
    pub(crate) async fn take(
        &mut self,
        enrollment: &str,
        questions: &[Question],
        random: &mut StdRng,
    ) -> anyhow::Result<()> {
        let request = GetEnrollmentRequest { name: enrollment.to_owned() };
        let course = self.client.get_enrollment(request).await?.into_inner();
        for module in course.modules.iter().filter(|m| m.complete_time.is_none()) {
            if let Some(learner_module::Content::Quiz(_)) = module.content {
                self.take_quiz(enrollment, &module.id, questions, random).await?;
            } else {
                self.client
                    .save_progress(SaveProgressRequest {
                        name: enrollment.to_owned(),
                        module: module.id.clone(),
                        position: 1.0,
                        completed: true,
                    })
                    .await?;
            }
        }
        Ok(())
    }

    async fn take_quiz(
        &mut self,
        enrollment: &str,
        module: &str,
        questions: &[Question],
        random: &mut StdRng,
    ) -> anyhow::Result<()> {
        let request = StartQuizRequest { name: enrollment.to_owned(), module: module.to_owned() };
        let attempt = self.client.start_quiz(request).await?.into_inner();
        // Most know most; a wrong answer now and then keeps the numbers honest.
        let slip = random.random_bool(0.12);
        let answers = attempt
            .questions
            .iter()
            .enumerate()
            .filter(|(n, _)| !(slip && *n == 0))
            .filter_map(|(_, asked)| answer(asked, questions))
            .collect();
        self.client.submit_quiz(SubmitQuizRequest { name: attempt.name, answers }).await?;
        Ok(())
    }
}

/// The right answer to a question, known from its author.
fn answer(asked: &AskedQuestion, questions: &[Question]) -> Option<Answer> {
    let known = questions.iter().find(|q| q.prompt == asked.prompt)?;
    let value = match known.kind.as_ref()? {
        Kind::SingleChoice(c) | Kind::MultipleChoice(c) => Value::Keys(AnswerKeys {
            keys: asked
                .options
                .iter()
                .filter(|o| c.choices.iter().any(|choice| choice.correct && choice.text == o.text))
                .map(|o| o.key.clone())
                .collect(),
        }),
        Kind::TrueFalse(q) => Value::Truth(q.answer),
        Kind::Number(q) => Value::Text(q.answer.to_string()),
        Kind::Ordering(_) | Kind::Matching(_) | Kind::ShortText(_) => return None,
    };
    Some(Answer { question: asked.id.clone(), value: Some(value) })
}
