//! `ListApplications`: the applications that are tracked.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::telemetry::v1::{ListApplicationsRequest, ListApplicationsResponse};
use tonic::{Request, Response};

use super::convert;
use crate::{Telemetry, store::application};

pub(super) async fn list_applications(
    s: &Telemetry,
    request: Request<ListApplicationsRequest>,
) -> Result<Response<ListApplicationsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;
    let after = page.after.as_ref().and_then(|a| a.parse().ok()).unwrap_or(0);
    let mut rows = application::list(s.db.read(), &parent.organization, after, page.limit()).await?;
    let next_page_token = page.cut(&mut rows, |row| row.ordinal.to_string());
    let applications = rows.iter().map(|row| convert::application(&parent.organization, row)).collect();
    Ok(Response::new(ListApplicationsResponse { applications, next_page_token }))
}
