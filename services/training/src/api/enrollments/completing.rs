//! What follows when the last module of an enrolment is complete.

use jiff::Timestamp;
use kit::{directory, error::Error};

use crate::{
    Training,
    domain::{
        certificate::{self, Certificate},
        course::Version,
        enrollment::{Enrollment, Progress},
    },
    events::{progressed, published},
    store::{self, ConnectionTrait, calendars::Calendars, completion::Completion},
};

/// Saves an enrolment that somebody worked on; if that completed it, the certificate is issued and those who wait for it
/// are told. Answers whether it did.
pub(super) async fn save<C: ConnectionTrait>(
    s: &Training,
    db: &C,
    o: &str,
    enrollment: &mut Enrollment,
    version: &Version,
    progress: &Progress,
    now: Timestamp,
) -> Result<bool, Error> {
    let completed = enrollment.complete_if_done(version, progress, now);
    store::enrollment::save(db, o, enrollment).await?;
    if !completed {
        return Ok(false);
    }
    let person = directory::person(db, o, &enrollment.person).await?;
    let today = Calendars::load(db, o).await?.today(person.as_ref(), now);
    let expiry = certificate::expiry(version.certificate, today);
    let certificate = version.certificate.enabled.then(|| Certificate {
        id: s.ids.next(),
        person: enrollment.person.clone(),
        person_display_name: person.map(|p| p.display_name).unwrap_or_default(),
        enrollment: enrollment.id.clone(),
        course: enrollment.course.clone(),
        course_version: version.version,
        course_title: version.title.clone(),
        code: certificate::code(s.ids.random_bytes()),
        issue_time: now,
        issue_day: today,
        expire_day: expiry.map(|(last, _)| last),
        renewed: false,
    });
    if let Some(certificate) = &certificate {
        store::certificate::issue(db, o, certificate).await?;
    }
    let completion = Completion {
        person: enrollment.person.clone(),
        course: enrollment.course.clone(),
        enrollment: enrollment.id.clone(),
        last_day: expiry.map(|(last, _)| last),
        renew_day: expiry.map(|(_, renew)| renew),
    };
    store::completion::save(db, o, &completion, now).await?;
    // Somebody may match another rule now: has completed this, not completed that.
    store::roster::mark(db, o).await?;
    let event = published::enrollment_completed(o, enrollment, &version.title, certificate.as_ref());
    s.outbox.add(db, o, &event).await?;
    for mut assignment in store::assignment::of_enrollment(db, o, &enrollment.id).await? {
        progressed::tell(s, db, o, &mut assignment, now).await?;
    }
    Ok(true)
}
