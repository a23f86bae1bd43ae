//! Reminds people of what is due, and tells those who must follow up when it is long overdue.
//!
//! Every enrolment knows the next day on which there may be something to do, so a run reads only those.

use std::{collections::HashMap, time::Duration};

use async_trait::async_trait;
use jiff::{Timestamp, ToSpan, tz::TimeZone};
use kit::{
    directory::{self, Person},
    error::Error,
    module::{Job, Progress},
};

use crate::{
    Training,
    api::assignments::view::people,
    domain::{
        assignment::{Assignment, AssignmentState},
        enrollment::Enrollment,
        reminder::{self, Due, EscalationTarget, ReminderPolicy, working_days_left},
    },
    events::published,
    store::{self, ConnectionTrait, calendars::Calendars},
};

/// See the module.
pub(crate) struct Remind(pub(crate) Training);

#[async_trait]
impl Job for Remind {
    fn name(&self) -> &'static str {
        "training.remind"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(self.0.config.remind_every_seconds)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        // Somewhere it is tomorrow already; each person's own day decides.
        let tomorrow = now.to_zoned(TimeZone::UTC).date().checked_add(1.days()).map_err(Error::internal)?;
        let (mut after, mut worked) = (None, false);
        loop {
            let tx = self.0.db.begin().await?;
            let batch =
                store::enrollment::to_remind(&tx, tomorrow, after.as_ref(), self.0.config.batch).await?;
            let Some((organization, last)) = batch.last() else { break };
            after = Some((organization.clone(), last.id.clone()));
            let mut by_organization: HashMap<String, Vec<Enrollment>> = HashMap::new();
            for (organization, enrollment) in batch {
                by_organization.entry(organization).or_default().push(enrollment);
            }
            for (organization, enrollments) in by_organization {
                worked |= remind(&self.0, &tx, &organization, enrollments, now).await?;
            }
            tx.commit().await?;
        }
        Ok(if worked { Progress::Worked } else { Progress::Idle })
    }
}

/// Looks at enrolments of one organization. Answers whether anything changed.
async fn remind<C: ConnectionTrait>(
    s: &Training,
    db: &C,
    o: &str,
    enrollments: Vec<Enrollment>,
    now: Timestamp,
) -> Result<bool, Error> {
    let calendars = Calendars::load(db, o).await?;
    let people = people(db, o, enrollments.iter()).await?;
    let assignments: Vec<String> = enrollments.iter().filter_map(|e| e.assignment.clone()).collect();
    let assignments = store::assignment::all_of(db, o, &assignments).await?;
    let courses: Vec<String> = enrollments.iter().map(|e| e.course.clone()).collect();
    let heads = store::version::heads(db, o, &courses).await?;
    let mut worked = false;
    for mut enrollment in enrollments {
        let person = people.get(&enrollment.person);
        let calendar = calendars.of(person);
        let today = calendar.day_of(now);
        if enrollment.action_day.is_none_or(|day| day > today) {
            continue;
        }
        worked = true;
        let assignment = enrollment.assignment.as_ref().and_then(|a| assignments.get(a));
        let quiet = person.is_none_or(|p| !p.employed_on(today))
            || assignment.is_some_and(|a| a.state != AssignmentState::Active);
        if quiet {
            enrollment.action_day = None;
            store::enrollment::save(db, o, &enrollment).await?;
            continue;
        }
        if waits(db, o, &enrollment).await? {
            // What cannot be begun yet is not asked for; the course before it is.
            enrollment.action_day = today.tomorrow().ok();
            store::enrollment::save(db, o, &enrollment).await?;
            continue;
        }
        let policy = policy(assignment);
        let (given, due_day) = (enrollment.given_day, enrollment.due_day);
        let found = reminder::due(&policy, calendar, given, due_day, today, enrollment.reminded);
        note(&mut enrollment, found, now);
        store::enrollment::save(db, o, &enrollment).await?;
        let head = heads.get(&(enrollment.course.clone(), enrollment.version)).cloned().unwrap_or_default();
        if found.remind.is_some() {
            let left = working_days_left(calendar, today, due_day);
            s.outbox.add(db, o, &published::enrollment_reminded(o, &enrollment, &head, left)).await?;
        }
        if found.escalate
            && let Some(person) = person
        {
            let manager = manager(db, o, person, &calendars, now).await?;
            let (manager, to_hr) = match (policy.escalate_to, manager) {
                (EscalationTarget::Manager, Some(manager)) => (Some(manager), false),
                (EscalationTarget::ManagerAndHr, manager) => (manager, true),
                (EscalationTarget::Manager | EscalationTarget::Hr, _) => (None, true),
            };
            let (name, title) = (&person.display_name, &head.title);
            let event =
                published::enrollment_escalated(o, &enrollment, name, title, manager.as_deref(), to_hr);
            s.outbox.add(db, o, &event).await?;
        }
    }
    Ok(worked)
}

fn policy(assignment: Option<&Assignment>) -> ReminderPolicy {
    assignment.map(|a| a.reminders.clone()).unwrap_or_default()
}

fn note(enrollment: &mut Enrollment, found: Due, now: Timestamp) {
    if let Some(offset) = found.remind {
        enrollment.reminded.through = Some(offset);
        enrollment.remind_time = Some(now);
    }
    if found.escalate {
        enrollment.reminded.escalated = true;
        enrollment.escalate_time = Some(now);
    }
    enrollment.action_day = found.next;
}

/// Whether something before it in its curriculum must be completed first.
async fn waits<C: ConnectionTrait>(db: &C, o: &str, enrollment: &Enrollment) -> Result<bool, Error> {
    let Some(curriculum) = &enrollment.curriculum else { return Ok(false) };
    let in_order = store::curriculum::load(db, o, curriculum).await?.is_some_and(|c| c.in_order);
    Ok(in_order && enrollment.is_behind(&store::enrollment::of_person(db, o, &enrollment.person).await?))
}

/// The person's manager, if there is one who still works here.
async fn manager<C: ConnectionTrait>(
    db: &C,
    o: &str,
    person: &Person,
    calendars: &Calendars,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    let Some(manager) = &person.manager else { return Ok(None) };
    let manager = directory::person(db, o, manager).await?;
    Ok(manager.filter(|m| m.employed_on(calendars.today(Some(m), now))).map(|m| m.id))
}

/// The policy or the state of an assignment changed: its enrolments are looked at again today.
pub(crate) async fn look_again<C: ConnectionTrait>(
    db: &C,
    o: &str,
    assignment: &Assignment,
    now: Timestamp,
) -> Result<(), Error> {
    let found = store::assignment::enrollments(db, o, std::slice::from_ref(&assignment.id)).await?;
    let people = people(db, o, found.iter().map(|(_, e)| e)).await?;
    let calendars = Calendars::load(db, o).await?;
    for (_, mut enrollment) in found {
        if enrollment.state.is_open() && enrollment.assignment.as_ref() == Some(&assignment.id) {
            enrollment.action_day = Some(calendars.today(people.get(&enrollment.person), now));
            store::enrollment::save(db, o, &enrollment).await?;
        }
    }
    Ok(())
}
