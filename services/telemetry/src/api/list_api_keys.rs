//! `ListApiKeys`: the keys of an application, without their secrets.

use kit::{auth::Caller, error::Error};
use proto::telemetry::v1::{ListApiKeysRequest, ListApiKeysResponse};
use tonic::{Request, Response};

use super::{convert, scope};
use crate::{Telemetry, domain::name::ApplicationName, store::api_key};

pub(super) async fn list_api_keys(
    s: &Telemetry,
    request: Request<ListApiKeysRequest>,
) -> Result<Response<ListApiKeysResponse>, Error> {
    let who = Caller::of(&request)?;
    let parent: ApplicationName = who.parse("parent", &request.get_ref().parent)?;
    scope::application(s, &parent).await?;
    let rows = api_key::list(s.db.read(), &parent.organization, &parent.application).await?;
    Ok(Response::new(ListApiKeysResponse { api_keys: rows.iter().map(convert::api_key).collect() }))
}
