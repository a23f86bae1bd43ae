//! `ArchiveValue`: no longer offered; thanks that are linked to it stay.

use kit::{auth::Caller, error::Error};
use proto::incentives::v1::{ArchiveValueRequest, Value};
use tonic::{Request, Response};

use crate::{Incentives, api::convert::recognition as convert, names::ValueName, store};

pub(super) async fn archive_value(
    s: &Incentives,
    request: Request<ArchiveValueRequest>,
) -> Result<Response<Value>, Error> {
    let who = Caller::of(&request)?;
    let name: ValueName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let value = store::value::load(&*tx, o, &name.value).await?;
    let mut value = value.ok_or_else(|| Error::not_found(&name))?;
    if !value.archived {
        value.archived = true;
        value.revision += 1;
        store::value::save(&*tx, o, &value).await?;
    }
    tx.commit().await?;

    Ok(Response::new(convert::value(o, &value)))
}
