//! What is told about meetings, tasks and minutes.

use kit::{
    contract::{count, localized},
    db::time::to_proto,
    localize::Text,
};
use proto::feedback::v1 as pb;

use crate::{
    domain::{
        committee::Committee,
        meeting::Meeting,
        outcome::{Kind, Outcome, Task},
    },
    names::{MeetingName, MinutesName, OutcomeName, PersonName},
};

/// How many people one event names.
const PEOPLE: usize = 300;

/// Where a meeting is in the app.
pub(crate) fn link(meeting: &str) -> String {
    format!("/meetings/{meeting}")
}

/// The calendar entry of one person.
pub(crate) fn entry(
    organization: &str,
    committee: &Text,
    meeting: &Meeting,
    person: &str,
    calendar: String,
) -> pb::CalendarEntry {
    pb::CalendarEntry {
        meeting: MeetingName::new(organization, &meeting.id).to_string(),
        person: PersonName::new(organization, person).to_string(),
        title: localized(&meeting.title),
        committee_title: localized(committee),
        start_time: Some(to_proto(meeting.start)),
        duration_minutes: count(meeting.minutes),
        time_zone: meeting.zone.clone(),
        location: meeting.location.clone(),
        calendar: calendar.into_bytes(),
        sequence: count(meeting.sequence),
        reason: meeting.cancel_reason.clone(),
        link: link(&meeting.id),
    }
}

/// Minutes were approved; told to whoever was invited but the approver.
pub(crate) fn minutes_approved(
    organization: &str,
    committee: &Committee,
    meeting: &Meeting,
    approver: &str,
    outcomes: &[Outcome],
) -> Vec<pb::MinutesApproved> {
    let of = |kind| kit::contract::len(outcomes.iter().filter(|o| o.kind == kind).count());
    let people: Vec<String> = meeting
        .attendees
        .iter()
        .filter(|a| a.person != approver)
        .map(|a| PersonName::new(organization, &a.person).to_string())
        .collect();
    let event = |people: &[String]| pb::MinutesApproved {
        minutes: MinutesName::of(organization, &meeting.id).to_string(),
        title: localized(&meeting.title),
        committee_title: localized(&committee.title),
        day: meeting.day().to_string(),
        people: people.to_vec(),
        decisions: of(Kind::Decision),
        tasks: of(Kind::Task),
        link: link(&meeting.id),
    };
    people.chunks(PEOPLE).map(event).collect()
}

/// A meeting gave somebody a task.
pub(crate) fn task_assigned(
    organization: &str,
    committee: &Committee,
    outcome: &Outcome,
    task: &Task,
) -> pb::OutcomeTaskAssigned {
    pb::OutcomeTaskAssigned {
        outcome: OutcomeName::new(organization, &outcome.id).to_string(),
        owner: PersonName::new(organization, &task.owner).to_string(),
        text: localized(&outcome.text),
        committee_title: localized(&committee.title),
        due_day: task.due.to_string(),
        link: link(&outcome.meeting),
    }
}

/// A task is open after its day.
pub(crate) fn task_overdue(
    organization: &str,
    committee: &Text,
    outcome: &Outcome,
    task: &Task,
) -> pb::OutcomeTaskOverdue {
    pb::OutcomeTaskOverdue {
        outcome: OutcomeName::new(organization, &outcome.id).to_string(),
        owner: PersonName::new(organization, &task.owner).to_string(),
        text: localized(&outcome.text),
        committee_title: localized(committee),
        due_day: task.due.to_string(),
        link: link(&outcome.meeting),
    }
}
