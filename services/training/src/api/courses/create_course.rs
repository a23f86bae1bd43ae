//! `CreateCourse`: a new draft.

use kit::{auth::Caller, error::Error, name::OrganizationName, request_id::RequestId};
use proto::training::v1::{Course as Reply, CreateCourseRequest};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::course as convert,
    domain::course::{Course, Draft},
    store,
};

pub(super) async fn create_course(
    s: &Training,
    request: Request<CreateCourseRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let given = request.course.clone().unwrap_or_default();
    let (mut violations, mut draft) = (who.violations(), Draft::default());
    convert::edit(&mut violations, &o, &s.ids, &mut draft, &given, convert::FIELDS);
    violations.check()?;

    let now = s.clock.now();
    let once = RequestId::new(&o, "CreateCourse", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let course = Course::new(s.ids.next(), draft, now);
    store::course::save(&tx, &o, &course).await?;
    let reply = convert::full(&o, &course);
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
