//! `CreateSite`: a place of work with its calendar.

use kit::{auth::Caller, error::Error, request_id::RequestId};
use proto::identity::v1::{CreateSiteRequest, Site};
use tonic::{Request, Response};

use super::fields;
use crate::{
    Identity,
    api::reference::check_request_id,
    convert,
    domain::site::{self, first_day, usual_week},
    names::OrganizationName,
    store,
};

pub(super) async fn create_site(
    s: &Identity,
    request: Request<CreateSiteRequest>,
) -> Result<Response<Site>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let OrganizationName { organization } = who.parse("parent", &request.parent)?;
    let wanted = request.site.clone().unwrap_or_default();
    let mut violations = who.violations();
    check_request_id(&mut violations, &request.request_id);
    let display_name = fields::display_name(&mut violations, &wanted);
    let time_zone = fields::time_zone(&mut violations, &wanted);
    let mut work_weeks = fields::work_weeks(&mut violations, &wanted);
    violations.check()?;

    let tx = s.db.begin().await?;
    let once = RequestId::new(&organization, "CreateSite", &request.request_id, &request, s.clock.now());
    if let Some(answer) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(answer));
    }
    fields::check_name(&tx, who.violations(), &organization, None, &display_name).await?;
    if work_weeks.is_empty() {
        let reads_jalali = store::organization::get(&tx, &organization).await?.reads_jalali();
        work_weeks.push((first_day(), usual_week(reads_jalali)));
    }
    let site = site::Site {
        id: s.ids.next(),
        display_name,
        time_zone,
        work_weeks,
        holidays: Vec::new(),
        revision: 0,
        create_time: s.clock.now(),
    };
    let site = s.put_site(&tx, &organization, site).await?;
    let answer = convert::site(&organization, &site);
    once.remember(&tx, &answer).await?;
    tx.commit().await?;
    Ok(Response::new(answer))
}
