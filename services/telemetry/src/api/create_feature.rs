//! `CreateFeature`: enters a feature; events that named it before count from then on.

use kit::{auth::Caller, db::time::to_micros, error::Error, request_id::RequestId, text::normalize};
use proto::telemetry::v1::{CreateFeatureRequest, Feature};
use tonic::{Request, Response};

use super::{convert, scope};
use crate::{
    Telemetry,
    domain::{days::utc_day, name::ApplicationName, retention::first_raw_day},
    error::Reason,
    store::{
        dirty::{self, What},
        feature,
    },
};

/// The most features of an application.
const MOST: u64 = 10_000;

pub(super) async fn create_feature(
    s: &Telemetry,
    request: Request<CreateFeatureRequest>,
) -> Result<Response<Feature>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: ApplicationName = who.parse("parent", &request.parent)?;
    let wanted = request.feature.clone().unwrap_or_default();
    let code = kit::text::clean(&wanted.code);
    let mut violations = who.violations();
    violations.length("request_id", &request.request_id, 0..=64);
    violations.length("feature.code", &code, 1..=200);
    let title = scope::title(&mut violations, "feature.title", wanted.title.as_ref(), false);
    violations.check()?;
    let application = scope::application(s, &parent).await?;

    let (organization, id) = (parent.organization.as_str(), parent.application.as_str());
    let now = s.clock.now();
    let once = RequestId::new(organization, "CreateFeature", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(before) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(before));
    }
    let key = normalize(&code);
    let keys = [key.clone()];
    let named = feature::find(&*tx, organization, id, &keys).await?.remove(&key);
    if named.as_ref().is_some_and(|f| f.known) {
        return Err(Error::already_exists(format!("{parent}/features with the code {code}")));
    }
    if feature::counts(&*tx, organization, id).await?.0 >= MOST {
        return Err(Reason::TooMany.because("the application has as many features as it can have"));
    }
    if named.is_none() {
        feature::insert_new(&tx, organization, id, &[(code, title.clone())], true, to_micros(now)).await?;
    }
    let found = feature::find(&*tx, organization, id, &keys).await?.remove(&key);
    let mut row = found.ok_or_else(|| Error::internal("a feature vanished"))?;
    if named.is_some() {
        (row.known, row.title, row.create_time) = (true, title, to_micros(now));
        feature::update(&tx, organization, id, &row).await?;
        let tenant = s.ingest.names.tenant(organization).await?;
        let today = utc_day(to_micros(now));
        let days = first_raw_day(today)..=today;
        dirty::mark(&tx, tenant.id, application.ordinal, What::Usage, days.clone()).await?;
        dirty::mark(&tx, tenant.id, application.ordinal, What::Quality, days).await?;
    }
    let answer = convert::feature(&parent, &row);
    once.remember(&tx, &answer).await?;
    tx.commit().await?;
    s.ingest.names.forget_application(organization, id);
    Ok(Response::new(answer))
}
