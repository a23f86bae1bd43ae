//! `UpdateCourse`: another working copy.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::training::v1::{Course, UpdateCourseRequest};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::{course as convert, etag_matches},
    names::CourseName,
    store,
};

pub(super) async fn update_course(
    s: &Training,
    request: Request<UpdateCourseRequest>,
) -> Result<Response<Course>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.course.unwrap_or_default();
    let name: CourseName = who.parse("course.name", &given.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), convert::FIELDS);

    let tx = s.db.begin().await?;
    let course = store::course::load(&tx, o, &name.course).await?;
    let mut course = course.ok_or_else(|| Error::not_found(&name))?;
    let mut draft = course.draft.clone();
    convert::edit(&mut violations, o, &s.ids, &mut draft, &given, mask.fields());
    violations.check()?;
    if !etag_matches(&given.etag, course.revision) {
        return Err(Error::changed(&name));
    }
    course.edit(draft, s.clock.now())?;
    store::course::save(&tx, o, &course).await?;
    tx.commit().await?;

    Ok(Response::new(convert::full(o, &course)))
}
