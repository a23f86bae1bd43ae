//! `ListUnknowns`: what events name and nobody entered.

use kit::{auth::Caller, error::Error};
use proto::telemetry::v1::{ListUnknownsRequest, ListUnknownsResponse};
use tonic::{Request, Response};

use super::{convert, scope};
use crate::{
    Telemetry,
    domain::{name::ApplicationName, retention::first_raw_day},
    store::unknown,
};

/// The most of each.
const MOST: u64 = 200;

pub(super) async fn list_unknowns(
    s: &Telemetry,
    request: Request<ListUnknownsRequest>,
) -> Result<Response<ListUnknownsResponse>, Error> {
    let who = Caller::of(&request)?;
    let parent: ApplicationName = who.parse("parent", &request.get_ref().parent)?;
    let application = scope::application(s, &parent).await?;
    let tenant = s.ingest.names.tenant(&parent.organization).await?;
    let (organization, ordinal) = (parent.organization.as_str(), application.ordinal);
    let days = first_raw_day(s.today())..=s.today() + 1;
    let (people, people_count) =
        unknown::people(s.db.read(), organization, tenant.id, ordinal, days, MOST).await?;
    let named = (parent.application.as_str(), ordinal);
    let (features, feature_count) =
        unknown::features(s.db.read(), organization, tenant.id, named, MOST).await?;
    Ok(Response::new(ListUnknownsResponse {
        people: people.into_iter().map(convert::unknown).collect(),
        features: features.into_iter().map(convert::unknown).collect(),
        people_count: i64::try_from(people_count).unwrap_or(i64::MAX),
        feature_count: i64::try_from(feature_count).unwrap_or(i64::MAX),
    }))
}
