//! `UpdateSite`: its name, time zone and work weeks.

use kit::{auth::Caller, error::Error, mask::Mask, violation::Rule};
use proto::identity::v1::{Site, UpdateSiteRequest};
use tonic::{Request, Response};

use super::fields;
use crate::{Identity, api::reference::check_etag, convert, names::SiteName, store};

const FIELDS: &[&str] = &["display_name", "time_zone", "work_weeks"];

pub(super) async fn update_site(
    s: &Identity,
    request: Request<UpdateSiteRequest>,
) -> Result<Response<Site>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let wanted = request.site.unwrap_or_default();
    let name: SiteName = who.parse("site.name", &wanted.name)?;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), FIELDS);

    let tx = s.db.begin().await?;
    let old = store::site::load(&tx, &name.organization, &name.site).await?;
    let old = old.ok_or_else(|| Error::not_found(&name))?;
    check_etag(&wanted.etag, old.revision, &wanted.name)?;
    let mut new = old.clone();
    if mask.has("display_name") {
        new.display_name = fields::display_name(&mut violations, &wanted);
    }
    if mask.has("time_zone") {
        new.time_zone = fields::time_zone(&mut violations, &wanted);
    }
    if mask.has("work_weeks") {
        new.work_weeks = fields::work_weeks(&mut violations, &wanted);
        if wanted.work_weeks.is_empty() {
            violations.add("site.work_weeks", "", Rule::Required);
        }
    }
    violations.check()?;
    if new != old {
        fields::check_name(&tx, who.violations(), &name.organization, Some(&name.site), &new.display_name)
            .await?;
        new = s.put_site(&tx, &name.organization, new).await?;
        tx.commit().await?;
    }
    Ok(Response::new(convert::site(&name.organization, &new)))
}
