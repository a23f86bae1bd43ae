//! `UpdateOrganization`: its name, languages, calendar and digits.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::identity::v1::{Organization, UpdateOrganizationRequest};
use tonic::{Request, Response};

use super::fields;
use crate::{Identity, api::reference::check_etag, convert, names::OrganizationName, store};

const FIELDS: &[&str] = &["display_name", "languages", "calendar", "digits"];

pub(super) async fn update_organization(
    s: &Identity,
    request: Request<UpdateOrganizationRequest>,
) -> Result<Response<Organization>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let wanted = request.organization.unwrap_or_default();
    let name: OrganizationName = who.parse("organization.name", &wanted.name)?;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), FIELDS);

    let tx = s.db.begin().await?;
    let old = store::organization::get(&tx, &name.organization).await?;
    check_etag(&wanted.etag, old.revision, &wanted.name)?;
    let mut new = old.clone();
    if mask.has("display_name") {
        new.display_name = fields::display_name(&mut violations, &wanted);
    }
    if mask.has("languages") {
        new.languages = fields::languages(&mut violations, &wanted);
    }
    if mask.has("calendar") {
        new.calendar = fields::calendar(&mut violations, wanted.calendar);
    }
    if mask.has("digits") {
        new.digits = fields::digits(&mut violations, wanted.digits);
    }
    violations.check()?;
    if new != old {
        new = s.put_organization(&tx, new).await?;
        tx.commit().await?;
    }
    Ok(Response::new(convert::organization(&new)))
}
