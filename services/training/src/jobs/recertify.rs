//! Enrols again whoever has a certificate that is about to lapse.

use std::time::Duration;

use async_trait::async_trait;
use jiff::{Timestamp, tz::TimeZone};
use kit::{
    directory,
    error::Error,
    module::{Job, Progress},
};

use crate::{
    Training,
    domain::{
        enrollment::{Enrollment, EnrollmentState},
        reminder::{self, Reminded, ReminderPolicy},
    },
    events::published,
    store::{self, ConnectionTrait, calendars::Calendars, completion::Completion},
};

/// How many working days somebody has at least, when a certificate lapses sooner than that.
const LEAST_WORKING_DAYS: u32 = 5;

/// See the module.
pub(crate) struct Recertify(pub(crate) Training);

#[async_trait]
impl Job for Recertify {
    fn name(&self) -> &'static str {
        "training.recertify"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(self.0.config.remind_every_seconds)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let today = now.to_zoned(TimeZone::UTC).date();
        let tx = self.0.db.begin().await?;
        let found = store::completion::to_renew(&tx, today, self.0.config.batch).await?;
        if found.is_empty() {
            return Ok(Progress::Idle);
        }
        for (organization, completion) in &found {
            renew(&self.0, &tx, organization, completion, now).await?;
            store::completion::renewed(&tx, organization, completion).await?;
        }
        tx.commit().await?;
        Ok(Progress::Worked)
    }
}

/// Enrols the holder again, unless somebody else did, the course is out of use, or the person left.
async fn renew<C: ConnectionTrait>(
    s: &Training,
    db: &C,
    o: &str,
    completion: &Completion,
    now: Timestamp,
) -> Result<(), Error> {
    let calendars = Calendars::load(db, o).await?;
    let Some(person) = directory::person(db, o, &completion.person).await? else { return Ok(()) };
    let calendar = calendars.of(Some(&person));
    let today = calendar.day_of(now);
    let versions = store::course::published(db, o).await?;
    let Some(version) = versions.get(&completion.course).copied() else { return Ok(()) };
    let enrolled = store::enrollment::of_person(db, o, &person.id).await?;
    let has = enrolled.iter().any(|e| e.course == completion.course && e.state.is_open());
    if has || !person.employed_on(today) {
        return Ok(());
    }
    let soonest = calendar.add_working_days(today, LEAST_WORKING_DAYS);
    let last_day = completion.last_day.unwrap_or(today);
    let due_day = calendar.subtract_working_days(last_day, 0).max(soonest);
    let policy = ReminderPolicy::default();
    let look = reminder::due(&policy, calendar, today, due_day, today, Reminded::default());
    let enrollment = Enrollment {
        id: s.ids.next(),
        person: person.id.clone(),
        course: completion.course.clone(),
        version,
        assignment: None,
        curriculum: None,
        step: 0,
        recertification: true,
        state: EnrollmentState::Assigned,
        given_day: today,
        due_day,
        current_module: None,
        reminded: Reminded::default(),
        action_day: look.next,
        enroll_time: now,
        start_time: None,
        complete_time: None,
        remind_time: None,
        escalate_time: None,
    };
    store::enrollment::save(db, o, &enrollment).await?;
    let heads = store::version::heads(db, o, std::slice::from_ref(&completion.course)).await?;
    let head = heads.get(&(completion.course.clone(), version)).cloned().unwrap_or_default();
    let event = published::enrollment_assigned(o, &enrollment, &head, String::new());
    s.outbox.add(db, o, &event).await?;
    Ok(())
}
