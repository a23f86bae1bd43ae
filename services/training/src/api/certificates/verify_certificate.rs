//! `VerifyCertificate`: anybody who has the code may ask.

use kit::{auth::Caller, directory, error::Error};
use proto::training::v1::{VerifiedCertificate, VerifyCertificateRequest};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert,
    domain::certificate::normalize_code,
    store::{self, calendars::Calendars},
};

pub(super) async fn verify_certificate(
    s: &Training,
    request: Request<VerifyCertificateRequest>,
) -> Result<Response<VerifiedCertificate>, Error> {
    let who = Caller::of(&request)?;
    let typed = &request.get_ref().code;
    let mut violations = who.violations();
    violations.length("code", typed, 1..=100);
    violations.check()?;

    let db = s.db.read();
    let code = normalize_code(typed);
    let found = store::certificate::of_code(db, &code).await?;
    let (o, certificate) = found.ok_or_else(|| Error::not_found(format!("certificates/{code}")))?;
    let organization = directory::organization(db, &o).await?;
    let person = directory::person(db, &o, &certificate.person).await?;
    let today = Calendars::load(db, &o).await?.today(person.as_ref(), s.clock.now());

    let called = organization.map(|o| o.display_name).unwrap_or_default();
    Ok(Response::new(convert::certificate::verified(called, &certificate, today)))
}
