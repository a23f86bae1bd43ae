//! One person's copy of a course: where it stands, and when it is complete.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, civil::Date};
use kit::error::Error;

use super::{
    course::Version,
    module::{Content, Module, Quiz},
    question::Answers,
    reminder::Reminded,
};
use crate::error::{Reason, Refuse};

/// An answer counts so long after the time is up: what was sent in time may arrive late.
pub const GRACE_SECONDS: i64 = 30;

/// How far one enrolment has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnrollmentState {
    /// Not begun.
    Assigned,
    /// Begun.
    Started,
    /// Every module is complete.
    Completed,
    /// Taken back.
    Withdrawn,
}

impl EnrollmentState {
    /// Whether there is something left to do.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Assigned | Self::Started)
    }
}

/// One person's copy of a course.
#[derive(Debug, Clone, PartialEq)]
pub struct Enrollment {
    /// The id.
    pub id: String,
    /// The person.
    pub person: String,
    /// The course.
    pub course: String,
    /// The version; it follows what is published until the person begins.
    pub version: u32,
    /// The assignment that it came from first.
    pub assignment: Option<String>,
    /// The curriculum that it came from.
    pub curriculum: Option<String>,
    /// Its place in the curriculum, from 1; 0 for a single course.
    pub step: u32,
    /// Whether it renews a certificate.
    pub recertification: bool,
    /// How far it has come.
    pub state: EnrollmentState,
    /// The person's site's day on which it was given.
    pub given_day: Date,
    /// The day it is due.
    pub due_day: Date,
    /// The module where the learner stopped.
    pub current_module: Option<String>,
    /// What was done to remind.
    pub reminded: Reminded,
    /// The next day on which somebody may have to be reminded.
    pub action_day: Option<Date>,
    /// When it was given.
    pub enroll_time: Timestamp,
    /// When it was begun.
    pub start_time: Option<Timestamp>,
    /// When it was completed.
    pub complete_time: Option<Timestamp>,
    /// When somebody was last reminded.
    pub remind_time: Option<Timestamp>,
    /// When it was escalated.
    pub escalate_time: Option<Timestamp>,
}

/// How far a module is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ModuleProgress {
    /// The share of a text that was read, or the second of a video.
    pub position: f64,
    /// When it was completed.
    pub complete_time: Option<Timestamp>,
}

/// How far the modules of an enrolment are, by module.
pub type Progress = BTreeMap<String, ModuleProgress>;

/// One attempt at a quiz.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// The id.
    pub id: String,
    /// The enrolment.
    pub enrollment: String,
    /// The module.
    pub module: String,
    /// The secret order of questions and options.
    pub seed: u64,
    /// When it began.
    pub start_time: Timestamp,
    /// When time is up.
    pub end_time: Option<Timestamp>,
    /// When it was handed in.
    pub submit_time: Option<Timestamp>,
    /// What was answered so far.
    pub answers: Answers,
    /// The share reached in percent.
    pub percent: u32,
    /// Whether it passed.
    pub passed: bool,
}

impl Enrollment {
    /// Refuses work on something that is withdrawn or still closed.
    pub fn must_be_open_to_learn(&self, locked: bool) -> Result<(), Error> {
        if self.state == EnrollmentState::Withdrawn {
            return Err(Reason::EnrollmentWithdrawn.refuse("the enrolment was withdrawn"));
        }
        if locked {
            return Err(Reason::EnrollmentLocked.refuse("a course before this one is not complete"));
        }
        Ok(())
    }

    /// The learner is in a module; the first time, that is the beginning.
    pub fn visit(&mut self, module: &str, now: Timestamp) {
        if self.state == EnrollmentState::Assigned {
            self.state = EnrollmentState::Started;
            self.start_time = Some(now);
        }
        self.current_module = Some(module.to_owned());
    }

    /// Completes it if every module is complete. Answers whether that happened just now.
    pub fn complete_if_done(&mut self, version: &Version, progress: &Progress, now: Timestamp) -> bool {
        let done =
            version.modules.iter().all(|m| progress.get(&m.id).is_some_and(|p| p.complete_time.is_some()));
        if !done || self.state != EnrollmentState::Started {
            return false;
        }
        self.state = EnrollmentState::Completed;
        self.complete_time = Some(now);
        self.action_day = None;
        true
    }

    /// Takes it back. What is complete stays.
    pub fn withdraw(&mut self) -> bool {
        if !self.state.is_open() {
            return false;
        }
        self.state = EnrollmentState::Withdrawn;
        self.action_day = None;
        true
    }

    /// Whether something before it in its curriculum is not complete, among all enrolments of the person.
    pub fn is_behind(&self, all: &[Self]) -> bool {
        self.curriculum.is_some()
            && all.iter().any(|e| e.curriculum == self.curriculum && e.step < self.step && e.state.is_open())
    }

    /// Whether its day is past.
    pub fn overdue_on(&self, day: Date) -> bool {
        self.state.is_open() && self.due_day < day
    }
}

/// Notes where in a module the learner is, and that it is complete. Complete stays complete.
pub fn note(
    progress: &mut Progress,
    module: &Module,
    position: f64,
    completed: bool,
    now: Timestamp,
) -> Result<(), Error> {
    if completed && matches!(module.content, Content::Quiz(_)) {
        return Err(Reason::ModuleIsAQuiz.refuse("a quiz is complete when it is passed"));
    }
    let entry = progress.entry(module.id.clone()).or_default();
    entry.position = position;
    if completed && entry.complete_time.is_none() {
        entry.complete_time = Some(now);
    }
    Ok(())
}

/// The attempt to go on with, if one is open; else a new one may begin, unless the quiz is passed or no attempt is left.
/// An open attempt whose time is up is over without having been handed in.
pub fn may_attempt<'a>(
    quiz: &Quiz,
    attempts: &'a [Attempt],
    now: Timestamp,
) -> Result<Option<&'a Attempt>, Error> {
    if attempts.iter().any(|a| a.passed) {
        return Err(Reason::QuizPassed.refuse("the quiz is passed already"));
    }
    if let Some(open) = attempts.iter().find(|a| a.submit_time.is_none() && !a.is_late(now)) {
        return Ok(Some(open));
    }
    let used = u32::try_from(attempts.len()).unwrap_or(u32::MAX);
    if quiz.attempts_left(used) == Some(0) {
        return Err(Reason::QuizNoAttemptsLeft.refuse("no attempt is left"));
    }
    Ok(None)
}

impl Attempt {
    /// A new attempt at a quiz.
    pub fn begin(
        id: String,
        enrollment: &str,
        module: &Module,
        quiz: &Quiz,
        seed: u64,
        now: Timestamp,
    ) -> Self {
        let limit = i64::from(quiz.time_limit_minutes) * 60;
        let end_time = (limit > 0).then(|| now.checked_add(SignedDuration::from_secs(limit)).unwrap_or(now));
        Self {
            id,
            enrollment: enrollment.to_owned(),
            module: module.id.clone(),
            seed,
            start_time: now,
            end_time,
            submit_time: None,
            answers: Answers::new(),
            percent: 0,
            passed: false,
        }
    }

    /// Whether an answer that arrives now comes too late.
    pub fn is_late(&self, now: Timestamp) -> bool {
        self.end_time.is_some_and(|end| now.as_second() > end.as_second() + GRACE_SECONDS)
    }

    /// Whether it was handed in too late.
    pub fn was_late(&self) -> bool {
        self.submit_time.is_some_and(|submit| self.is_late(submit))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kit::localize::Text;

    use super::*;
    use crate::domain::course::CertificatePolicy;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn quiz(max_attempts: u32, time_limit_minutes: u32) -> Quiz {
        Quiz { questions: vec![], pass_percent: 70, max_attempts, time_limit_minutes, shuffle: false }
    }

    fn module(id: &str, content: Content) -> Module {
        Module { id: id.into(), title: Text::default(), minutes: 5, content }
    }

    fn version() -> Version {
        Version {
            course: "c".into(),
            version: 1,
            title: Text::default(),
            summary: Text::default(),
            modules: vec![
                module("read", Content::Text(Text::default())),
                module("quiz", Content::Quiz(quiz(2, 10))),
            ],
            certificate: CertificatePolicy::default(),
            publish_time: at(0),
            publisher: None,
            change_note: String::new(),
        }
    }

    fn enrollment() -> Enrollment {
        Enrollment {
            id: "e".into(),
            person: "p".into(),
            course: "c".into(),
            version: 1,
            assignment: None,
            curriculum: None,
            step: 0,
            recertification: false,
            state: EnrollmentState::Assigned,
            given_day: date(2026, 3, 1),
            due_day: date(2026, 3, 10),
            current_module: None,
            reminded: Reminded::default(),
            action_day: None,
            enroll_time: at(0),
            start_time: None,
            complete_time: None,
            remind_time: None,
            escalate_time: None,
        }
    }

    fn attempt(submitted: bool, passed: bool) -> Attempt {
        let version = version();
        let module = version.module("quiz").unwrap();
        let mut attempt = Attempt::begin("t".into(), "e", module, module.quiz().unwrap(), 1, at(0));
        attempt.submit_time = submitted.then(|| at(60));
        attempt.passed = passed;
        attempt
    }

    #[test]
    fn it_is_complete_when_every_module_is_and_only_once() {
        let (version, mut enrollment, mut progress) = (version(), enrollment(), Progress::new());
        enrollment.visit("read", at(1));
        note(&mut progress, &version.modules[0], 1.0, true, at(2)).unwrap();
        assert!(!enrollment.complete_if_done(&version, &progress, at(3)));
        progress.entry("quiz".into()).or_default().complete_time = Some(at(4));
        assert!(enrollment.complete_if_done(&version, &progress, at(5)));
        assert!(!enrollment.complete_if_done(&version, &progress, at(6)));
        assert_eq!((enrollment.start_time, enrollment.complete_time), (Some(at(1)), Some(at(5))));
        enrollment.visit("read", at(9));
        assert_eq!(enrollment.state, EnrollmentState::Completed, "reading again changes nothing");
    }

    #[test]
    fn what_is_complete_stays_so() {
        let (version, mut progress) = (version(), Progress::new());
        note(&mut progress, &version.modules[0], 1.0, true, at(2)).unwrap();
        note(&mut progress, &version.modules[0], 0.2, false, at(9)).unwrap();
        assert_eq!(progress["read"], ModuleProgress { position: 0.2, complete_time: Some(at(2)) });
    }

    #[test]
    fn a_quiz_is_not_complete_because_somebody_says_so() {
        let version = version();
        assert!(note(&mut Progress::new(), &version.modules[1], 0.0, true, at(2)).is_err());
        assert!(note(&mut Progress::new(), &version.modules[1], 0.0, false, at(2)).is_ok());
    }

    #[test]
    fn an_open_attempt_goes_on_until_its_time_is_up() {
        let quiz = quiz(2, 10);
        let open = [attempt(false, false)];
        assert!(may_attempt(&quiz, &open, at(600 + GRACE_SECONDS)).unwrap().is_some());
        assert!(may_attempt(&quiz, &open, at(601 + GRACE_SECONDS)).unwrap().is_none());
    }

    #[test]
    fn attempts_run_out_and_a_passed_quiz_is_over() {
        let quiz = quiz(2, 10);
        assert!(may_attempt(&quiz, &[], at(0)).unwrap().is_none());
        assert!(may_attempt(&quiz, &[attempt(true, false)], at(0)).unwrap().is_none());
        assert!(may_attempt(&quiz, &[attempt(true, false), attempt(true, false)], at(0)).is_err());
        assert!(may_attempt(&quiz, &[attempt(true, true)], at(0)).is_err());
    }

    #[test]
    fn a_step_waits_for_those_before_it() {
        let step = |step, state| Enrollment { curriculum: Some("k".into()), step, state, ..enrollment() };
        let (open, done) = (EnrollmentState::Started, EnrollmentState::Completed);
        let second = step(2, EnrollmentState::Assigned);
        assert!(second.is_behind(&[step(1, open), second.clone()]));
        assert!(!second.is_behind(&[step(1, done), second.clone(), step(3, open)]));
        let elsewhere = Enrollment { curriculum: Some("other".into()), ..step(1, open) };
        assert!(!second.is_behind(&[elsewhere]));
        assert!(!enrollment().is_behind(&[enrollment()]));
    }

    #[test]
    fn a_withdrawn_or_closed_one_is_not_for_learning() {
        let mut enrollment = enrollment();
        assert!(enrollment.must_be_open_to_learn(false).is_ok());
        assert!(enrollment.must_be_open_to_learn(true).is_err());
        assert!(enrollment.withdraw() && !enrollment.withdraw());
        assert!(enrollment.must_be_open_to_learn(false).is_err());
        assert!(!enrollment.overdue_on(date(2027, 1, 1)));
    }
}
