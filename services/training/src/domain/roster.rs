//! Who is enrolled in what: what a rule asks for against what there is.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    assignment::{Assignment, Target},
    audience::Candidate,
    curriculum::Step,
    enrollment::EnrollmentState,
};

/// What one person has, when a rule is applied.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// The enrolments that are not complete, by course.
    pub open: BTreeMap<String, String>,
    /// How far what each assignment gave is, by assignment and course.
    pub given: BTreeMap<(String, String), EnrollmentState>,
    /// The assignments that the person is excused from.
    pub excused: BTreeSet<String>,
}

/// Something to give to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gift {
    /// The course and when it is due.
    pub step: Step,
    /// Its place in the curriculum, from 1; 0 for a single course.
    pub place: u32,
    /// The open enrolment that the person has in it already, which the assignment then counts as its own too.
    pub existing: Option<String>,
}

/// What an assignment still has to give to a person. Who has completed a course is skipped, and so is a course in
/// which nobody can be enrolled (`available` lists those in which one can).
pub fn gifts(
    assignment: &Assignment,
    steps: &[Step],
    person: &Candidate,
    standing: &Standing,
    available: &BTreeSet<String>,
) -> Vec<Gift> {
    let excused = standing.excused.contains(&assignment.id);
    if excused || !assignment.enrolls() || !assignment.audience.matches(person) {
        return Vec::new();
    }
    lacking(assignment, steps, person, standing, available)
}

/// What a person whom the rule selects lacks of `steps`.
pub fn lacking(
    assignment: &Assignment,
    steps: &[Step],
    person: &Candidate,
    standing: &Standing,
    available: &BTreeSet<String>,
) -> Vec<Gift> {
    let single = matches!(assignment.target, Target::Course(_));
    (1_u32..)
        .zip(steps)
        .filter(|(_, step)| !person.completed.contains(&step.course))
        .filter(|(_, step)| {
            // What was completed and no longer counts, or was taken back, is given again.
            let given = standing.given.get(&(assignment.id.clone(), step.course.clone()));
            given.is_none_or(|state| !state.is_open())
        })
        .filter_map(|(place, step)| {
            let existing = standing.open.get(&step.course).cloned();
            (existing.is_some() || available.contains(&step.course)).then(|| Gift {
                step: step.clone(),
                place: if single { 0 } else { place },
                existing,
            })
        })
        .collect()
}

/// What a person whom a rule selects needs of what it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Everything is complete.
    Nothing,
    /// The person is enrolled in all that is not.
    Enrolled,
    /// The person has to be enrolled in something.
    Enrollment,
}

/// What a person needs of `steps`.
pub fn need(steps: &[Step], person: &Candidate, open: &BTreeMap<String, String>) -> Need {
    let mut lacking = steps.iter().filter(|s| !person.completed.contains(&s.course)).peekable();
    if lacking.peek().is_none() {
        Need::Nothing
    } else if lacking.all(|s| open.contains_key(&s.course)) {
        Need::Enrolled
    } else {
        Need::Enrollment
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use kit::localize::Text;

    use super::*;
    use crate::domain::{
        assignment::AssignmentState,
        audience::{Audience, Condition},
        reminder::ReminderPolicy,
    };

    fn curriculum() -> (Assignment, Vec<Step>) {
        let assignment = Assignment {
            id: "a".into(),
            title: Text::default(),
            target: Target::Curriculum("k".into()),
            audience: Audience { all_of: vec![Condition::Position(vec!["seller".into()])], any_of: vec![] },
            due_working_days: 10,
            reminders: ReminderPolicy::default(),
            enroll_later: true,
            first_done: true,
            state: AssignmentState::Active,
            source: None,
            creator: None,
            revision: 1,
            progress_revision: 0,
            create_time: Timestamp::UNIX_EPOCH,
            update_time: Timestamp::UNIX_EPOCH,
        };
        let steps = ["one", "two", "three"].map(|c| Step { course: c.into(), due_working_days: 10 });
        (assignment, steps.to_vec())
    }

    fn seller() -> Candidate {
        Candidate { person: "p".into(), position: Some("seller".into()), ..Candidate::default() }
    }

    fn courses(gifts: &[Gift]) -> Vec<(&str, u32, Option<&str>)> {
        gifts.iter().map(|g| (g.step.course.as_str(), g.place, g.existing.as_deref())).collect()
    }

    #[test]
    fn what_is_complete_given_or_unpublished_is_skipped() {
        let (assignment, steps) = curriculum();
        let available = BTreeSet::from(["one".to_owned(), "two".to_owned()]);
        let person = Candidate { completed: BTreeSet::from(["one".to_owned()]), ..seller() };
        let found = gifts(&assignment, &steps, &person, &Standing::default(), &available);
        assert_eq!(courses(&found), [("two", 2, None)]);

        let mut standing = Standing::default();
        standing.given.insert(("a".into(), "two".into()), EnrollmentState::Started);
        assert!(gifts(&assignment, &steps, &person, &standing, &available).is_empty());
        standing.given.insert(("a".into(), "two".into()), EnrollmentState::Withdrawn);
        assert_eq!(gifts(&assignment, &steps, &person, &standing, &available).len(), 1, "somebody came back");
        standing.given.insert(("a".into(), "two".into()), EnrollmentState::Completed);
        assert_eq!(gifts(&assignment, &steps, &person, &standing, &available).len(), 1, "it has lapsed");
    }

    #[test]
    fn a_person_needs_what_is_neither_complete_nor_open() {
        let (_, steps) = curriculum();
        let open = |courses: &[&str]| courses.iter().map(|c| ((*c).to_owned(), String::new())).collect();
        let with = |done: &[&str]| Candidate {
            completed: done.iter().map(|c| (*c).to_owned()).collect(),
            ..seller()
        };
        assert_eq!(need(&steps, &with(&["one", "two", "three"]), &open(&[])), Need::Nothing);
        assert_eq!(need(&steps, &with(&["one"]), &open(&["two", "three"])), Need::Enrolled);
        assert_eq!(need(&steps, &with(&["one"]), &open(&["two"])), Need::Enrollment);
    }

    #[test]
    fn an_open_enrolment_is_shared_even_if_the_course_is_archived_meanwhile() {
        let (assignment, steps) = curriculum();
        let mut standing = Standing::default();
        standing.open.insert("three".into(), "e3".into());
        let found = gifts(&assignment, &steps, &seller(), &standing, &BTreeSet::new());
        assert_eq!(courses(&found), [("three", 3, Some("e3"))]);
    }

    #[test]
    fn nobody_outside_the_audience_gets_anything() {
        let (mut assignment, steps) = curriculum();
        let available = BTreeSet::from(["one".to_owned()]);
        let clerk = Candidate { position: Some("clerk".into()), ..Candidate::default() };
        assert!(gifts(&assignment, &steps, &clerk, &Standing::default(), &available).is_empty());
        assignment.state = AssignmentState::Paused;
        assert!(gifts(&assignment, &steps, &seller(), &Standing::default(), &available).is_empty());
    }
}
