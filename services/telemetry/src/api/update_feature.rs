//! `UpdateFeature`: renames a feature.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::telemetry::v1::{Feature, UpdateFeatureRequest};
use tonic::{Request, Response};

use super::{convert, scope};
use crate::{
    Telemetry,
    domain::name::{ApplicationName, FeatureName},
    store::feature,
};

pub(super) async fn update_feature(
    s: &Telemetry,
    request: Request<UpdateFeatureRequest>,
) -> Result<Response<Feature>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let wanted = request.feature.unwrap_or_default();
    let name: FeatureName = who.parse("feature.name", &wanted.name)?;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), &["title"]);
    let title = scope::title(&mut violations, "feature.title", wanted.title.as_ref(), false);
    violations.check()?;

    let (organization, application) = (name.organization.as_str(), name.application.as_str());
    let ordinal = name.feature.parse().map_err(|_| Error::not_found(&name))?;
    let tx = s.db.begin().await?;
    let found = feature::load(&tx, organization, application, ordinal).await?;
    let mut row = found.ok_or_else(|| Error::not_found(&name))?;
    if mask.has("title") {
        row.title = title;
        feature::update(&tx, organization, application, &row).await?;
    }
    tx.commit().await?;
    Ok(Response::new(convert::feature(&ApplicationName::new(organization, application), &row)))
}
