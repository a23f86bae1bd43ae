//! `EnrollVolunteer`: somebody asked to become something, and gets what is to be learned for it.

use jiff::{Timestamp, civil::Date};
use kit::{
    auth::Caller,
    directory::{self, Person},
    error::Error,
    workdays::SiteCalendar,
};
use proto::training::v1::{CurriculumProgress, EnrollVolunteerRequest};
use tonic::{Request, Response};

use super::get_curriculum_progress::open_steps;
use crate::{
    Training,
    api::convert::len,
    domain::{
        curriculum::{Curriculum, Step},
        enrollment::{Enrollment, EnrollmentState},
        reminder::{self, Reminded, ReminderPolicy},
    },
    error::{Reason, Refuse},
    events::published,
    names::{CurriculumName, PersonName},
    store::{self, calendars::Calendars},
};

/// Working days for a step that says nothing: nobody assigned it, so that only the curriculum can.
const USUAL_WORKING_DAYS: u32 = 20;

pub(super) async fn enroll_volunteer(
    s: &Training,
    request: Request<EnrollVolunteerRequest>,
) -> Result<Response<CurriculumProgress>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: CurriculumName = who.parse("curriculum", &request.curriculum)?;
    let person: PersonName = who.parse("person", &request.person)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let curriculum = store::curriculum::load(&tx, o, &name.curriculum).await?;
    let curriculum = curriculum.ok_or_else(|| Error::not_found(&name))?;
    if curriculum.archived {
        return Err(Reason::CurriculumArchived.refuse("the curriculum is archived"));
    }
    let known = directory::person(&tx, o, &person.person).await?.ok_or_else(|| Error::not_found(&person))?;
    let (calendars, now) = (Calendars::load(&tx, o).await?, s.clock.now());
    let calendar = calendars.of(Some(&known));
    let today = calendar.day_of(now);
    let (steps, missing) = open_steps(&tx, o, &curriculum, &known.id, today).await?;
    let has = store::enrollment::of_person(&tx, o, &known.id).await?;
    let heads = store::version::heads(&tx, o, &missing).await?;
    for (place, step) in (0_u32..).zip(&curriculum.steps).filter(|(_, s)| missing.contains(&s.course)) {
        if has.iter().any(|e| e.course == step.course && e.state.is_open()) {
            continue;
        }
        let version = steps.get(&step.course).copied().unwrap_or(0);
        let mut enrollment = new(&curriculum, place, step, &known, calendar, today, now);
        enrollment.id = s.ids.next();
        enrollment.version = version;
        store::enrollment::save(&tx, o, &enrollment).await?;
        let head = heads.get(&(step.course.clone(), version)).cloned().unwrap_or_default();
        let event = published::enrollment_assigned(o, &enrollment, &head, String::new());
        s.outbox.add(&tx, o, &event).await?;
    }
    tx.commit().await?;

    let completed = len(steps.len() - missing.len());
    Ok(Response::new(CurriculumProgress { courses: len(steps.len()), completed }))
}

fn new(
    curriculum: &Curriculum,
    place: u32,
    step: &Step,
    person: &Person,
    calendar: &SiteCalendar,
    today: Date,
    now: Timestamp,
) -> Enrollment {
    let days = if step.due_working_days == 0 { USUAL_WORKING_DAYS } else { step.due_working_days };
    let due_day = calendar.add_working_days(today, days);
    let policy = ReminderPolicy::default();
    let look = reminder::due(&policy, calendar, today, due_day, today, Reminded::default());
    Enrollment {
        id: String::new(),
        person: person.id.clone(),
        course: step.course.clone(),
        version: 0,
        assignment: None,
        curriculum: Some(curriculum.id.clone()),
        step: place,
        recertification: false,
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
    }
}
