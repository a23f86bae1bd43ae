//! Enrolments, modules and attempts as learners see them.

use std::collections::BTreeMap;

use kit::violation::{Rule, Violations};
use proto::training::v1 as pb;

use super::{count, instant, len, localized};
use crate::{
    domain::{
        course::Version,
        enrollment::{Attempt, EnrollmentState, Progress},
        module::{Content, Module, Quiz},
    },
    names::AttemptName,
    store::rating::Rating,
};

/// What a learner has done with the modules of an enrolment.
#[derive(Debug, Default)]
pub(crate) struct Work {
    /// How far the modules are.
    pub(crate) progress: Progress,
    /// The attempts at its quizzes, oldest first.
    pub(crate) attempts: Vec<Attempt>,
    /// What the learner thought of them.
    pub(crate) ratings: BTreeMap<String, Rating>,
}

/// How far an enrolment has come.
pub(crate) fn state(state: EnrollmentState) -> pb::EnrollmentState {
    match state {
        EnrollmentState::Assigned => pb::EnrollmentState::Assigned,
        EnrollmentState::Started => pb::EnrollmentState::Started,
        EnrollmentState::Completed => pb::EnrollmentState::Completed,
        EnrollmentState::Withdrawn => pb::EnrollmentState::Withdrawn,
    }
}

/// The states of a filter; unknown ones are a violation.
pub(crate) fn states(violations: &mut Violations, given: &[i32]) -> Vec<EnrollmentState> {
    const NAMES: &[&str] = &["ASSIGNED", "STARTED", "COMPLETED", "WITHDRAWN"];
    let mut states = Vec::new();
    for number in given {
        match pb::EnrollmentState::try_from(*number) {
            Ok(pb::EnrollmentState::Assigned) => states.push(EnrollmentState::Assigned),
            Ok(pb::EnrollmentState::Started) => states.push(EnrollmentState::Started),
            Ok(pb::EnrollmentState::Completed) => states.push(EnrollmentState::Completed),
            Ok(pb::EnrollmentState::Withdrawn) => states.push(EnrollmentState::Withdrawn),
            _ => violations.add("states", number, Rule::unknown_value(NAMES)),
        }
    }
    states
}

/// The modules of a version with what the learner has done; the content only where `content` says so.
pub(crate) fn modules(
    organization: &str,
    version: &Version,
    work: &Work,
    content: bool,
) -> Vec<pb::LearnerModule> {
    version.modules.iter().map(|m| module(organization, m, work, content)).collect()
}

fn module(organization: &str, module: &Module, work: &Work, content: bool) -> pb::LearnerModule {
    let progress = work.progress.get(&module.id).copied().unwrap_or_default();
    let rating = work.ratings.get(&module.id);
    let written = match &module.content {
        Content::Quiz(quiz) => {
            let attempts = work.attempts.iter().filter(|a| a.module == module.id);
            Some(pb::learner_module::Content::Quiz(pb::LearnerQuiz {
                question_count: len(quiz.questions.len()),
                pass_percent: count(quiz.pass_percent),
                max_attempts: count(quiz.max_attempts),
                time_limit_minutes: count(quiz.time_limit_minutes),
                attempts: attempts.map(|a| summary(organization, a)).collect(),
            }))
        }
        _ if !content => None,
        Content::Text(text) => {
            Some(pb::learner_module::Content::Text(pb::TextContent { markdown: localized(text) }))
        }
        Content::Video { url, transcript } => Some(pb::learner_module::Content::Video(pb::VideoContent {
            url: url.clone(),
            transcript: localized(transcript),
        })),
        Content::File { url, label } => Some(pb::learner_module::Content::File(pb::FileContent {
            url: url.clone(),
            label: localized(label),
        })),
    };
    pb::LearnerModule {
        id: module.id.clone(),
        title: localized(&module.title),
        minutes: count(module.minutes),
        content: written,
        position: progress.position,
        complete_time: instant(progress.complete_time),
        stars: rating.map_or(0, |r| r.stars),
        rating_comment: rating.map(|r| r.comment.clone()).unwrap_or_default(),
    }
}

fn attempt_name(organization: &str, attempt: &Attempt) -> String {
    AttemptName::new(organization, &attempt.enrollment, &attempt.id).to_string()
}

fn summary(organization: &str, attempt: &Attempt) -> pb::AttemptSummary {
    pb::AttemptSummary {
        name: attempt_name(organization, attempt),
        start_time: instant(attempt.start_time),
        submit_time: instant(attempt.submit_time),
        percent: count(attempt.percent),
        passed: attempt.passed,
    }
}

/// An attempt that is open: its questions, and what was answered so far.
pub(crate) fn open_attempt(organization: &str, attempt: &Attempt, quiz: &Quiz) -> pb::QuizAttempt {
    let deal = crate::domain::shuffle::Deal::new(attempt.seed);
    pb::QuizAttempt {
        name: attempt_name(organization, attempt),
        module: attempt.module.clone(),
        questions: super::quiz::asked(quiz, deal),
        answers: attempt.answers.iter().map(|(q, a)| super::quiz::answer(q, a)).collect(),
        start_time: instant(attempt.start_time),
        end_time: instant(attempt.end_time),
        submit_time: None,
        result: None,
    }
}

/// An attempt that was handed in: also what became of it. `used` attempts were made at the quiz.
pub(crate) fn graded_attempt(
    organization: &str,
    attempt: &Attempt,
    quiz: &Quiz,
    used: u32,
    course_completed: bool,
) -> pb::QuizAttempt {
    let deal = crate::domain::shuffle::Deal::new(attempt.seed);
    let grade = crate::domain::grading::grade(quiz, deal, &attempt.answers);
    let left = quiz.attempts_left(used);
    let tell = attempt.passed || left == Some(0);
    pb::QuizAttempt {
        submit_time: instant(attempt.submit_time),
        result: Some(pb::QuizResult {
            percent: count(grade.percent),
            passed: attempt.passed,
            points: grade.points,
            max_points: count(grade.max_points),
            attempts_left: left.map_or(-1, count),
            answers: super::quiz::results(quiz, deal, &grade, tell),
            late: attempt.was_late(),
            course_completed,
        }),
        ..open_attempt(organization, attempt, quiz)
    }
}
