//! `CreateValue`: something that the organization stands for.

use kit::{
    auth::Caller, error::Error, localize::Text, name::OrganizationName, request_id::RequestId,
    violation::Rule,
};
use proto::incentives::v1::{CreateValueRequest, Value as Reply};
use tonic::{Request, Response};

use crate::{
    Incentives,
    api::convert::recognition as convert,
    domain::recognition::{MAX_VALUES, Value},
    store,
};

pub(super) async fn create_value(
    s: &Incentives,
    request: Request<CreateValueRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let mut value = Value {
        id: s.ids.next(),
        title: Text::default(),
        description: Text::default(),
        archived: false,
        revision: 1,
    };
    let given = request.value.clone().unwrap_or_default();
    convert::edit_value(&mut violations, &mut value, &given, convert::VALUE_FIELDS);

    let once = RequestId::new(&o, "CreateValue", &request.request_id, &request, s.clock.now());
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let offered = store::value::list(&*tx, &o, false).await?.len();
    if offered >= MAX_VALUES {
        violations.add("value", offered + 1, Rule::TooMany { max: MAX_VALUES as u64 });
    }
    violations.check()?;
    store::value::save(&*tx, &o, &value).await?;
    let reply = convert::value(&o, &value);
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
