//! `GetCourseVersion`: one published version.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{CourseVersion, GetCourseVersionRequest};
use tonic::{Request, Response};

use crate::{Training, api::convert, names::CourseVersionName, store};

pub(super) async fn get_course_version(
    s: &Training,
    request: Request<GetCourseVersionRequest>,
) -> Result<Response<CourseVersion>, Error> {
    let who = Caller::of(&request)?;
    let name: CourseVersionName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let number = name.version.parse().map_err(|_| Error::not_found(&name))?;
    let version = store::version::load(s.db.read(), o, &name.course, number).await?;
    let version = version.ok_or_else(|| Error::not_found(&name))?;

    Ok(Response::new(convert::course::version(o, &version)))
}
