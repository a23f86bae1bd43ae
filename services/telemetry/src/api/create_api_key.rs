//! `CreateApiKey`: makes a key, and shows it once.

use kit::{auth::Caller, db::time::to_micros, error::Error};
use proto::telemetry::v1::{ApiKey, CreateApiKeyRequest};
use tonic::{Request, Response};

use super::{convert, scope};
use crate::{
    Telemetry,
    domain::{key, name::ApplicationName},
    error::Reason,
    store::api_key,
};

/// The most working keys of an application.
const MOST: usize = 20;

pub(super) async fn create_api_key(
    s: &Telemetry,
    request: Request<CreateApiKeyRequest>,
) -> Result<Response<ApiKey>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: ApplicationName = who.parse("parent", &request.parent)?;
    let display_name = kit::text::clean(&request.api_key.unwrap_or_default().display_name);
    let mut violations = who.violations();
    violations.length("api_key.display_name", &display_name, 1..=200);
    violations.check()?;
    if scope::application(s, &parent).await?.delete_time.is_some() {
        return Err(Reason::ApplicationDeleted.because("the application was put away"));
    }

    let (organization, application) = (parent.organization, parent.application);
    let tx = s.db.begin().await?;
    let keys = api_key::list(&tx, &organization, &application).await?;
    if keys.iter().filter(|k| k.revoke_time.is_none()).count() >= MOST {
        return Err(Reason::TooMany.because("the application has as many keys as it can have: revoke one"));
    }
    let id = s.ids.next();
    let (secret, hash) = key::make(&id, s.ids.random_bytes());
    let create_time = to_micros(s.clock.now());
    let row =
        api_key::ApiKey { organization, application, id, display_name, hash, create_time, revoke_time: None };
    api_key::insert(&tx, &row).await?;
    tx.commit().await?;
    Ok(Response::new(ApiKey { secret, ..convert::api_key(&row) }))
}
