//! `GetCourse`: the working copy.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{Course, GetCourseRequest};
use tonic::{Request, Response};

use crate::{Training, api::convert, names::CourseName, store};

pub(super) async fn get_course(
    s: &Training,
    request: Request<GetCourseRequest>,
) -> Result<Response<Course>, Error> {
    let who = Caller::of(&request)?;
    let name: CourseName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let course = store::course::load(s.db.read(), o, &name.course).await?;
    let course = course.ok_or_else(|| Error::not_found(&name))?;

    Ok(Response::new(convert::course::full(o, &course)))
}
