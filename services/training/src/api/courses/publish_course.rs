//! `PublishCourse`: freezes the draft as the next version.

use kit::{auth::Caller, error::Error, text};
use proto::training::v1::{Course, PublishCourseRequest};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::{self, etag_matches},
    events::published,
    names::CourseName,
    store,
};

pub(super) async fn publish_course(
    s: &Training,
    request: Request<PublishCourseRequest>,
) -> Result<Response<Course>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: CourseName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let note = text::clean(&request.change_note);
    violations.length("change_note", &note, 0..=1_000);
    violations.check()?;

    let tx = s.db.begin().await?;
    let course = store::course::load(&tx, o, &name.course).await?;
    let mut course = course.ok_or_else(|| Error::not_found(&name))?;
    if !etag_matches(&request.etag, course.revision) {
        return Err(Error::changed(&name));
    }
    let publisher = who.person().ok().map(str::to_owned);
    if let Some(version) = course.publish(publisher, note, s.clock.now())? {
        store::course::save(&tx, o, &course).await?;
        store::version::add(&tx, o, &version).await?;
        store::enrollment::follow_version(&tx, o, &course.id, version.version).await?;
        store::roster::mark(&tx, o).await?;
        s.outbox.add(&tx, o, &published::course_published(o, &course)).await?;
    }
    tx.commit().await?;

    Ok(Response::new(convert::course::full(o, &course)))
}
