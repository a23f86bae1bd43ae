//! Assignments and what trainers see of them.

use kit::{
    localize::Text,
    violation::{Rule, Violations},
};
use proto::training::v1 as pb;

use super::{Wanted, audience, count, etag, instant, localized, number, reference, text_of};
use crate::{
    domain::{
        assignment::{Assignment, AssignmentState, Target},
        floor::Counts,
        reminder::{EscalationTarget, ReminderPolicy},
    },
    names::{AssignmentName, CourseName, CurriculumName, InterventionName, PersonName},
};

const MAX_REMINDERS: usize = 5;

/// The fields that may change after creation.
pub(crate) const FIELDS: &[&str] = &["title", "audience", "due_working_days", "reminders", "enroll_later"];

/// Reads what is given. Whether it exists is for the caller to look up.
pub(crate) fn target(
    violations: &mut Violations,
    organization: &str,
    given: &pb::Assignment,
) -> Option<Target> {
    match &given.target {
        Some(pb::assignment::Target::Course(name)) => {
            reference::<CourseName>(violations, "assignment.course", organization, name)
                .map(|n| Target::Course(n.course))
        }
        Some(pb::assignment::Target::Curriculum(name)) => {
            reference::<CurriculumName>(violations, "assignment.curriculum", organization, name)
                .map(|n| Target::Curriculum(n.curriculum))
        }
        None => {
            violations.add("assignment.target", "", Rule::Required);
            None
        }
    }
}

/// Writes the named fields of a request over an assignment.
pub(crate) fn edit(
    violations: &mut Violations,
    organization: &str,
    assignment: &mut Assignment,
    given: &pb::Assignment,
    fields: &[&str],
) {
    if fields.contains(&"title") {
        assignment.title =
            text_of(violations, "assignment.title", given.title.as_ref(), Wanted::Optional, 200);
    }
    if fields.contains(&"audience") {
        assignment.audience =
            audience::read(violations, "assignment.audience", organization, given.audience.as_ref());
    }
    if fields.contains(&"due_working_days") {
        assignment.due_working_days =
            number(violations, "assignment.due_working_days", given.due_working_days, 1, 500);
    }
    if fields.contains(&"reminders") {
        assignment.reminders = reminders(violations, given.reminders.as_ref());
    }
    if fields.contains(&"enroll_later") {
        assignment.enroll_later = given.enroll_later;
    }
}

fn reminders(violations: &mut Violations, given: Option<&pb::ReminderPolicy>) -> ReminderPolicy {
    let Some(given) = given else { return ReminderPolicy::default() };
    let mut days = |name: &str, days: &[i32], max: i32| {
        let field = format!("assignment.reminders.{name}");
        violations.count(&field, days.len(), MAX_REMINDERS);
        let numbered = days.iter().take(MAX_REMINDERS).enumerate();
        let mut read: Vec<u32> =
            numbered.map(|(i, n)| number(violations, &format!("{field}[{i}]"), *n, 1, max)).collect();
        read.sort_unstable();
        read.dedup();
        read
    };
    let (mut days_before, days_after) =
        (days("days_before", &given.days_before, 60), days("days_after", &given.days_after, 120));
    days_before.reverse();
    if days_before.is_empty() && days_after.is_empty() {
        days_before = ReminderPolicy::default().days_before;
    }
    let escalate_after_days =
        number(violations, "assignment.reminders.escalate_after_days", given.escalate_after_days, 0, 120);
    let escalate_to = match pb::EscalationTarget::try_from(given.escalate_to) {
        Ok(pb::EscalationTarget::Unspecified | pb::EscalationTarget::Manager) => EscalationTarget::Manager,
        Ok(pb::EscalationTarget::Hr) => EscalationTarget::Hr,
        Ok(pb::EscalationTarget::ManagerAndHr) => EscalationTarget::ManagerAndHr,
        Err(_) => {
            let rule = Rule::unknown_value(&["MANAGER", "HR", "MANAGER_AND_HR"]);
            violations.add("assignment.reminders.escalate_to", given.escalate_to, rule);
            EscalationTarget::Manager
        }
    };
    ReminderPolicy { days_before, days_after, escalate_after_days, escalate_to }
}

/// An assignment with the title of what it gives, and how far its people are.
pub(crate) fn write(
    organization: &str,
    assignment: &Assignment,
    target_title: &Text,
    counts: Counts,
) -> pb::Assignment {
    let person = |p: &String| PersonName::new(organization, p).to_string();
    pb::Assignment {
        name: AssignmentName::new(organization, &assignment.id).to_string(),
        title: localized(&assignment.title),
        target: Some(match &assignment.target {
            Target::Course(id) => {
                pb::assignment::Target::Course(CourseName::new(organization, id).to_string())
            }
            Target::Curriculum(id) => {
                pb::assignment::Target::Curriculum(CurriculumName::new(organization, id).to_string())
            }
        }),
        audience: Some(audience::write(organization, &assignment.audience)),
        due_working_days: count(assignment.due_working_days),
        reminders: Some(write_reminders(&assignment.reminders)),
        enroll_later: assignment.enroll_later,
        state: state(assignment.state).into(),
        source: source(organization, assignment),
        creator: assignment.creator.as_ref().map(person).unwrap_or_default(),
        target_title: localized(target_title),
        counts: counts.shown().map(write_counts),
        create_time: instant(assignment.create_time),
        update_time: instant(assignment.update_time),
        etag: etag(assignment.revision),
    }
}

/// The intervention that an assignment came from; empty for none.
pub(crate) fn source(organization: &str, assignment: &Assignment) -> String {
    let name = |s: &String| InterventionName::new(organization, s).to_string();
    assignment.source.as_ref().map(name).unwrap_or_default()
}

fn write_reminders(policy: &ReminderPolicy) -> pb::ReminderPolicy {
    let days = |days: &[u32]| days.iter().map(|d| count(*d)).collect();
    pb::ReminderPolicy {
        days_before: days(&policy.days_before),
        days_after: days(&policy.days_after),
        escalate_after_days: count(policy.escalate_after_days),
        escalate_to: match policy.escalate_to {
            EscalationTarget::Manager => pb::EscalationTarget::Manager,
            EscalationTarget::Hr => pb::EscalationTarget::Hr,
            EscalationTarget::ManagerAndHr => pb::EscalationTarget::ManagerAndHr,
        }
        .into(),
    }
}

/// How far people are.
pub(crate) fn write_counts(counts: Counts) -> pb::AssignmentCounts {
    pb::AssignmentCounts {
        people: count(counts.people),
        not_started: count(counts.not_started),
        started: count(counts.started),
        completed: count(counts.completed),
        overdue: count(counts.overdue),
    }
}

/// Whether an assignment enrols.
pub(crate) fn state(state: AssignmentState) -> pb::AssignmentState {
    match state {
        AssignmentState::Active => pb::AssignmentState::Active,
        AssignmentState::Paused => pb::AssignmentState::Paused,
        AssignmentState::Ended => pb::AssignmentState::Ended,
    }
}

/// The states of a filter; unknown ones are a violation.
pub(crate) fn states(violations: &mut Violations, given: &[i32]) -> Vec<AssignmentState> {
    let mut states = Vec::new();
    for number in given {
        match pb::AssignmentState::try_from(*number) {
            Ok(pb::AssignmentState::Active) => states.push(AssignmentState::Active),
            Ok(pb::AssignmentState::Paused) => states.push(AssignmentState::Paused),
            Ok(pb::AssignmentState::Ended) => states.push(AssignmentState::Ended),
            _ => violations.add("states", number, Rule::unknown_value(&["ACTIVE", "PAUSED", "ENDED"])),
        }
    }
    states
}
