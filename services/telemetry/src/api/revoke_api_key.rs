//! `RevokeApiKey`: stops a key from working.

use kit::{auth::Caller, db::time::to_micros, error::Error};
use proto::telemetry::v1::{ApiKey, RevokeApiKeyRequest};
use tonic::{Request, Response};

use super::convert;
use crate::{Telemetry, domain::name::ApiKeyName, store::api_key};

pub(super) async fn revoke_api_key(
    s: &Telemetry,
    request: Request<RevokeApiKeyRequest>,
) -> Result<Response<ApiKey>, Error> {
    let who = Caller::of(&request)?;
    let name: ApiKeyName = who.parse("name", &request.get_ref().name)?;
    let tx = s.db.begin().await?;
    let now = to_micros(s.clock.now());
    api_key::revoke(&tx, &name.organization, &name.application, &name.api_key, now).await?;
    let found = api_key::find(&*tx, &name.api_key).await?;
    let row = found
        .filter(|k| k.organization == name.organization && k.application == name.application)
        .ok_or_else(|| Error::not_found(&name))?;
    tx.commit().await?;
    s.ingest.forget_key(&name.api_key);
    Ok(Response::new(convert::api_key(&row)))
}
