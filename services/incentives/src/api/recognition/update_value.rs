//! `UpdateValue`.

use kit::{auth::Caller, contract::etag_matches, error::Error, mask::Mask};
use proto::incentives::v1::{UpdateValueRequest, Value};
use tonic::{Request, Response};

use crate::{
    Incentives,
    api::convert::recognition as convert,
    error::{Reason, Refuse},
    names::ValueName,
    store,
};

pub(super) async fn update_value(
    s: &Incentives,
    request: Request<UpdateValueRequest>,
) -> Result<Response<Value>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.value.unwrap_or_default();
    let name: ValueName = who.parse("value.name", &given.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), convert::VALUE_FIELDS);

    let tx = s.db.begin().await?;
    let value = store::value::load(&*tx, o, &name.value).await?;
    let mut value = value.ok_or_else(|| Error::not_found(&name))?;
    convert::edit_value(&mut violations, &mut value, &given, mask.fields());
    violations.check()?;
    if !etag_matches(&given.etag, value.revision) {
        return Err(Error::changed(&name));
    }
    if value.archived {
        return Err(Reason::ValueArchived.refuse("the value is archived"));
    }
    value.revision += 1;
    store::value::save(&*tx, o, &value).await?;
    tx.commit().await?;

    Ok(Response::new(convert::value(o, &value)))
}
