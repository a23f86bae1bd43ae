//! `CreateOrganization`: founds a tenant, for other services.

use kit::{auth::Caller, error::Error, violation::Rule};
use proto::identity::v1::{CreateOrganizationRequest, Organization};
use tonic::{Request, Response};

use super::fields;
use crate::{Identity, convert, domain::organization::is_organization_id, store};

pub(super) async fn create_organization(
    s: &Identity,
    request: Request<CreateOrganizationRequest>,
) -> Result<Response<Organization>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let wanted = request.organization.unwrap_or_default();
    let mut violations = who.violations();
    if !is_organization_id(&request.organization_id) {
        let expected = "acme-2".to_owned();
        violations.add("organization_id", &request.organization_id, Rule::Malformed { expected });
    }
    let display_name = fields::display_name(&mut violations, &wanted);
    let languages = fields::languages(&mut violations, &wanted);
    let calendar = fields::calendar(&mut violations, wanted.calendar);
    violations.check()?;

    s.found(&request.organization_id, &display_name, &languages, calendar).await?;
    let organization = store::organization::get(s.db.read(), &request.organization_id).await?;
    Ok(Response::new(convert::organization(&organization)))
}
