//! `ListMyLearning`: all that this service holds about the caller.

use kit::{auth::Caller, directory, error::Error, name::OrganizationName};
use proto::training::v1::{Enrollment, ListMyLearningRequest, MyLearning};
use tonic::{Request, Response};

use super::view::{Desk, work};
use crate::{
    Training,
    api::{
        convert::{certificate, enrollment::modules, excuse, help},
        help::words,
    },
    store,
};

pub(super) async fn list_my_learning(
    s: &Training,
    request: Request<ListMyLearningRequest>,
) -> Result<Response<MyLearning>, Error> {
    let who = Caller::of(&request)?;
    let o = who.parse::<OrganizationName>("parent", &request.get_ref().parent)?.organization;
    let (db, person) = (s.db.read(), who.person()?);

    let desk = Desk::load(db, &o, person, s.clock.now()).await?;
    let mut enrollments = Vec::with_capacity(desk.all.len());
    for enrollment in &desk.all {
        let version = store::version::load(db, &o, &enrollment.course, enrollment.version).await?;
        let work = work(db, &o, enrollment).await?;
        let modules = version.map(|v| modules(&o, &v, &work, false)).unwrap_or_default();
        enrollments.push(Enrollment { modules, ..desk.light(enrollment) });
    }
    let mut certificates = store::certificate::of_person(db, &o, person, None, None).await?;
    let mut requests = store::help::of_person(db, &o, person, None, None).await?;
    certificates.reverse();
    requests.reverse();
    let excuses = store::excuse::of_person(db, &o, person).await?;
    let called = directory::person(db, &o, person).await?.map(|p| p.display_name).unwrap_or_default();
    let words = words::of(db, &o, &requests).await?;

    Ok(Response::new(MyLearning {
        enrollments,
        certificates: certificates.iter().map(|c| certificate::own(&o, c, desk.today)).collect(),
        excuses: excuses.iter().map(|e| excuse::write(&o, e, &called)).collect(),
        help_requests: requests.iter().map(|h| help::write(&o, h, &words)).collect(),
    }))
}
