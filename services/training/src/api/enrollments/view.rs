//! Enrolments as their learner sees them.

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date};
use kit::{directory, error::Error};
use proto::training::v1 as pb;

use crate::{
    api::convert::{
        self, count,
        enrollment::{Work, modules},
        instant, localized,
    },
    domain::{certificate::Certificate, course::Version, curriculum::Curriculum, enrollment::Enrollment},
    names::{AssignmentName, CertificateName, CourseName, EnrollmentName},
    store::{self, ConnectionTrait, calendars::Calendars, version::Heads},
};

/// Everything that is needed to show a person's enrolments.
pub(crate) struct Desk {
    organization: String,
    /// All of the person's enrolments, oldest first.
    pub(crate) all: Vec<Enrollment>,
    heads: Heads,
    completed: HashMap<String, u32>,
    curricula: HashMap<String, Curriculum>,
    certificates: HashMap<String, Certificate>,
    /// The day at the person's site.
    pub(crate) today: Date,
}

impl Desk {
    /// Reads it.
    pub(crate) async fn load<C: ConnectionTrait>(
        db: &C,
        organization: &str,
        person: &str,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let all = store::enrollment::of_person(db, organization, person).await?;
        let courses: Vec<String> = all.iter().map(|e| e.course.clone()).collect();
        let ids: Vec<String> = all.iter().map(|e| e.id.clone()).collect();
        let mut curricula = HashMap::new();
        for id in all.iter().filter_map(|e| e.curriculum.as_ref()) {
            if !curricula.contains_key(id)
                && let Some(curriculum) = store::curriculum::load(db, organization, id).await?
            {
                curricula.insert(id.clone(), curriculum);
            }
        }
        let known = directory::person(db, organization, person).await?;
        Ok(Self {
            organization: organization.to_owned(),
            heads: store::version::heads(db, organization, &courses).await?,
            completed: store::progress::completed(db, organization, &ids).await?,
            certificates: store::certificate::by_enrollment(db, organization, person).await?,
            today: Calendars::load(db, organization).await?.today(known.as_ref(), now),
            all,
            curricula,
        })
    }

    /// One of them, without its modules.
    pub(crate) fn light(&self, e: &Enrollment) -> pb::Enrollment {
        let o = self.organization.as_str();
        let head = self.heads.get(&(e.course.clone(), e.version)).cloned().unwrap_or_default();
        let curriculum = e.curriculum.as_ref().and_then(|id| self.curricula.get(id));
        let assignment = e.assignment.as_ref();
        let certificate = self.certificates.get(&e.id);
        pb::Enrollment {
            name: EnrollmentName::new(o, &e.id).to_string(),
            course: CourseName::new(o, &e.course).to_string(),
            course_version: count(e.version),
            course_title: localized(&head.title),
            course_summary: localized(&head.summary),
            assignment: assignment.map(|a| AssignmentName::new(o, a).to_string()).unwrap_or_default(),
            curriculum_title: curriculum.and_then(|c| localized(&c.title)),
            step: count(e.step),
            state: convert::enrollment::state(e.state).into(),
            locked: e.state.is_open() && curriculum.is_some_and(|c| c.in_order) && e.is_behind(&self.all),
            recertification: e.recertification,
            due_day: e.due_day.to_string(),
            overdue: e.overdue_on(self.today),
            minutes: count(head.minutes),
            modules_completed: count(self.completed.get(&e.id).copied().unwrap_or(0)),
            module_count: count(head.module_count),
            current_module: e.current_module.clone().unwrap_or_default(),
            certificate: certificate.map(|c| CertificateName::new(o, &c.id).to_string()).unwrap_or_default(),
            enroll_time: instant(e.enroll_time),
            start_time: instant(e.start_time),
            complete_time: instant(e.complete_time),
            modules: Vec::new(),
        }
    }
}

/// One enrolment with its modules; their content only where `content` says so.
pub(crate) async fn full<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    enrollment: &Enrollment,
    version: &Version,
    content: bool,
    now: Timestamp,
) -> Result<pb::Enrollment, Error> {
    let desk = Desk::load(db, organization, &enrollment.person, now).await?;
    let work = work(db, organization, enrollment).await?;
    Ok(pb::Enrollment { modules: modules(organization, version, &work, content), ..desk.light(enrollment) })
}

/// What the learner has done with the modules of an enrolment.
pub(crate) async fn work<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    enrollment: &Enrollment,
) -> Result<Work, Error> {
    let (course, person) = (&enrollment.course, &enrollment.person);
    Ok(Work {
        progress: store::progress::load(db, organization, &enrollment.id).await?,
        attempts: store::attempt::of_enrollment(db, organization, &enrollment.id).await?,
        ratings: store::rating::of_person(db, organization, course, person).await?,
    })
}
