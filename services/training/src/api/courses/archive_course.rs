//! `ArchiveCourse`: takes it out of use.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{ArchiveCourseRequest, Course};
use tonic::{Request, Response};

use crate::{Training, api::convert, names::CourseName, store};

pub(super) async fn archive_course(
    s: &Training,
    request: Request<ArchiveCourseRequest>,
) -> Result<Response<Course>, Error> {
    let who = Caller::of(&request)?;
    let name: CourseName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let course = store::course::load(&tx, o, &name.course).await?;
    let mut course = course.ok_or_else(|| Error::not_found(&name))?;
    course.archive(s.clock.now());
    store::course::save(&tx, o, &course).await?;
    tx.commit().await?;

    Ok(Response::new(convert::course::full(o, &course)))
}
