//! `RemoveHolidays`: takes days off back.

use kit::{auth::Caller, error::Error, violation::Rule};
use proto::identity::v1::{RemoveHolidaysRequest, Site};
use tonic::{Request, Response};

use crate::{Identity, convert, names::SiteName, store};

pub(super) async fn remove_holidays(
    s: &Identity,
    request: Request<RemoveHolidaysRequest>,
) -> Result<Response<Site>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: SiteName = who.parse("name", &request.name)?;
    let mut violations = who.violations();
    violations.count("days", request.days.len(), 400);
    if request.days.is_empty() {
        violations.add("days", "", Rule::Required);
    }
    let days: Vec<_> = request
        .days
        .iter()
        .take(400)
        .enumerate()
        .filter_map(|(i, day)| violations.day(&format!("days[{i}]"), day))
        .collect();
    violations.check()?;

    let tx = s.db.begin().await?;
    let old = store::site::load(&tx, &name.organization, &name.site).await?;
    let old = old.ok_or_else(|| Error::not_found(&name))?;
    let mut new = old.clone();
    new.remove_holidays(&days);
    if new != old {
        new = s.put_site(&tx, &name.organization, new).await?;
        tx.commit().await?;
    }
    Ok(Response::new(convert::site(&name.organization, &new)))
}
