//! `RateModule`: once per person; again replaces it.

use kit::{auth::Caller, db::time::to_micros, error::Error, text};
use proto::training::v1::{Enrollment, RateModuleRequest};
use tonic::{Request, Response};

use super::{module_of, own, view};
use crate::{
    Training,
    names::EnrollmentName,
    store::{self, rating::Rating},
};

pub(super) async fn rate_module(
    s: &Training,
    request: Request<RateModuleRequest>,
) -> Result<Response<Enrollment>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: EnrollmentName = who.parse("name", &request.name)?;
    let (o, now) = (&name.organization, s.clock.now());
    let mut violations = who.violations();
    violations.range("stars", request.stars, 0..=5);
    let comment = text::clean(&request.comment);
    violations.length("comment", &comment, 0..=1_000);
    violations.check()?;

    let tx = s.db.begin().await?;
    let (enrollment, version) = own(&tx, &who, &name).await?;
    let module = module_of(who.violations(), &version, &request.module)?.id.clone();
    let (course, person) = (&enrollment.course, &enrollment.person);
    if request.stars == 0 {
        store::rating::remove(&tx, o, course, &module, person).await?;
    } else {
        let rating = Rating { module, stars: request.stars, comment };
        store::rating::save(&tx, o, course, person, rating, to_micros(now)).await?;
    }
    let reply = view::full(&tx, o, &enrollment, &version, false, now).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
