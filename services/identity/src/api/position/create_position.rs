//! `CreatePosition`: a job role.

use kit::{auth::Caller, error::Error, request_id::RequestId};
use proto::identity::v1::{CreatePositionRequest, Position};
use tonic::{Request, Response};

use super::fields;
use crate::{Identity, api::reference::check_request_id, convert, domain::position, names::OrganizationName};

pub(super) async fn create_position(
    s: &Identity,
    request: Request<CreatePositionRequest>,
) -> Result<Response<Position>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let OrganizationName { organization } = who.parse("parent", &request.parent)?;
    let wanted = request.position.clone().unwrap_or_default();
    let mut violations = who.violations();
    check_request_id(&mut violations, &request.request_id);
    let display_name = fields::display_name(&mut violations, &wanted);
    let target_rate = fields::target_rate(&mut violations, &wanted);
    violations.check()?;

    let tx = s.db.begin().await?;
    let once = RequestId::new(&organization, "CreatePosition", &request.request_id, &request, s.clock.now());
    if let Some(answer) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(answer));
    }
    fields::check_name(&tx, who.violations(), &organization, None, &display_name).await?;
    let position = position::Position {
        id: s.ids.next(),
        display_name,
        target_rate,
        revision: 0,
        create_time: s.clock.now(),
    };
    let position = s.put_position(&tx, &organization, position).await?;
    let answer = convert::position(&organization, &position);
    once.remember(&tx, &answer).await?;
    tx.commit().await?;
    Ok(Response::new(answer))
}
