//! The rule that gives a curriculum or a course to an audience.

use jiff::Timestamp;
use kit::{error::Error, localize::Text};

use super::{
    audience::Audience,
    curriculum::{Curriculum, Step},
    reminder::ReminderPolicy,
};
use crate::error::{Reason, Refuse};

/// Whether an assignment enrols people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssignmentState {
    /// It does.
    Active,
    /// Not now.
    Paused,
    /// For good.
    Ended,
}

/// What is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A curriculum by its id.
    Curriculum(String),
    /// A course by its id.
    Course(String),
}

/// The rule that gives a curriculum or a course to an audience.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// The id.
    pub id: String,
    /// The title; empty for that of the target.
    pub title: Text,
    /// What is given.
    pub target: Target,
    /// To whom.
    pub audience: Audience,
    /// Working days until it is due.
    pub due_working_days: u32,
    /// When and whom to remind.
    pub reminders: ReminderPolicy,
    /// Whether people who come to match later are enrolled too.
    pub enroll_later: bool,
    /// Whether the people who matched at first are enrolled; from then on only `enroll_later` enrols.
    pub first_done: bool,
    /// Whether it enrols.
    pub state: AssignmentState,
    /// The intervention that it came from.
    pub source: Option<String>,
    /// Who made it.
    pub creator: Option<String>,
    /// Grows with each save.
    pub revision: i64,
    /// Grows whenever its people come further, for the order of events.
    pub progress_revision: i64,
    /// When it was created.
    pub create_time: Timestamp,
    /// When it was changed last.
    pub update_time: Timestamp,
}

impl Assignment {
    /// Whether it may enrol somebody new.
    pub fn enrolls(&self) -> bool {
        self.state == AssignmentState::Active && (self.enroll_later || !self.first_done)
    }

    /// The courses that it gives, in their order, with the working days until each is due. A curriculum that is out of
    /// use gives none.
    pub fn steps(&self, curriculum: Option<&Curriculum>) -> Vec<Step> {
        let due = |days: u32| if days == 0 { self.due_working_days } else { days };
        match (&self.target, curriculum) {
            (Target::Course(course), _) => {
                vec![Step { course: course.clone(), due_working_days: self.due_working_days }]
            }
            (Target::Curriculum(_), Some(curriculum)) if !curriculum.archived => curriculum
                .steps
                .iter()
                .map(|s| Step { course: s.course.clone(), due_working_days: due(s.due_working_days) })
                .collect(),
            (Target::Curriculum(_), _) => Vec::new(),
        }
    }

    /// Goes to another state. Whoever has ended stays so.
    pub fn go(&mut self, state: AssignmentState, now: Timestamp) -> Result<bool, Error> {
        if self.state == state {
            return Ok(false);
        }
        self.must_not_have_ended()?;
        self.state = state;
        self.revision += 1;
        self.update_time = now;
        Ok(true)
    }

    /// Refuses one that has ended.
    pub fn must_not_have_ended(&self) -> Result<(), Error> {
        if self.state == AssignmentState::Ended {
            return Err(Reason::AssignmentEnded.refuse("the assignment has ended"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::level::Level;

    fn assignment(target: Target) -> Assignment {
        Assignment {
            id: "a".into(),
            title: Text::default(),
            target,
            audience: Audience::default(),
            due_working_days: 10,
            reminders: ReminderPolicy::default(),
            enroll_later: true,
            first_done: false,
            state: AssignmentState::Active,
            source: None,
            creator: None,
            revision: 1,
            progress_revision: 0,
            create_time: Timestamp::UNIX_EPOCH,
            update_time: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_step_is_due_when_it_says_else_when_the_assignment_says() {
        let step = |course: &str, days| Step { course: course.into(), due_working_days: days };
        let mut curriculum = Curriculum {
            id: "k".into(),
            title: Text::default(),
            position: "seller".into(),
            level: Level::Novice,
            steps: vec![step("a", 5), step("b", 0)],
            in_order: true,
            archived: false,
            revision: 1,
            create_time: Timestamp::UNIX_EPOCH,
            update_time: Timestamp::UNIX_EPOCH,
        };
        let assignment = assignment(Target::Curriculum("k".into()));
        assert_eq!(assignment.steps(Some(&curriculum)), [step("a", 5), step("b", 10)]);
        curriculum.archived = true;
        assert!(assignment.steps(Some(&curriculum)).is_empty());
        assert!(assignment.steps(None).is_empty());
    }

    #[test]
    fn what_has_ended_stays_so() {
        let now = Timestamp::UNIX_EPOCH;
        let mut assignment = assignment(Target::Course("c".into()));
        assert!(assignment.go(AssignmentState::Paused, now).unwrap());
        assert!(!assignment.enrolls());
        assert!(!assignment.go(AssignmentState::Paused, now).unwrap());
        assert!(assignment.go(AssignmentState::Ended, now).unwrap());
        assert!(assignment.go(AssignmentState::Active, now).is_err());
        assert!(!assignment.go(AssignmentState::Ended, now).unwrap(), "again is no change");
    }

    #[test]
    fn one_that_does_not_enroll_later_does_so_once() {
        let mut assignment = assignment(Target::Course("c".into()));
        assignment.enroll_later = false;
        assert!(assignment.enrolls());
        assignment.first_done = true;
        assert!(!assignment.enrolls());
    }
}
