//! `ListFeatures`: the features of an application.

use kit::{auth::Caller, error::Error, page::Page, text::normalize};
use proto::telemetry::v1::{ListFeaturesRequest, ListFeaturesResponse};
use tonic::{Request, Response};

use super::{convert, scope};
use crate::{Telemetry, domain::name::ApplicationName, store::feature};

pub(super) async fn list_features(
    s: &Telemetry,
    request: Request<ListFeaturesRequest>,
) -> Result<Response<ListFeaturesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: ApplicationName = who.parse("parent", &request.parent)?;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;
    scope::application(s, &parent).await?;
    let after = page.after.as_deref().unwrap_or_default();
    let mut rows =
        feature::list(s.db.read(), &parent.organization, &parent.application, after, page.limit()).await?;
    let next_page_token = page.cut(&mut rows, |row| normalize(&row.code));
    let features = rows.iter().map(|row| convert::feature(&parent, row)).collect();
    Ok(Response::new(ListFeaturesResponse { features, next_page_token }))
}
