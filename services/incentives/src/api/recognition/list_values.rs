//! `ListValues`: oldest first.

use kit::{auth::Caller, error::Error, name::OrganizationName};
use proto::incentives::v1::{ListValuesRequest, ListValuesResponse};
use tonic::{Request, Response};

use crate::{Incentives, api::convert::recognition as convert, store};

pub(super) async fn list_values(
    s: &Incentives,
    request: Request<ListValuesRequest>,
) -> Result<Response<ListValuesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let found = store::value::list(s.db.read(), &o, request.show_archived).await?;
    let values = found.iter().map(|v| convert::value(&o, v)).collect();
    Ok(Response::new(ListValuesResponse { values }))
}
