//! `GetEnrollment`: one's own, with the content of its modules.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{Enrollment, GetEnrollmentRequest};
use tonic::{Request, Response};

use super::{own, view};
use crate::{Training, names::EnrollmentName};

pub(super) async fn get_enrollment(
    s: &Training,
    request: Request<GetEnrollmentRequest>,
) -> Result<Response<Enrollment>, Error> {
    let who = Caller::of(&request)?;
    let name: EnrollmentName = who.parse("name", &request.get_ref().name)?;
    let (db, o) = (s.db.read(), &name.organization);

    let (enrollment, version) = own(db, &who, &name).await?;

    Ok(Response::new(view::full(db, o, &enrollment, &version, true, s.clock.now()).await?))
}
