//! `GetPosition`: one position.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{GetPositionRequest, Position};
use tonic::{Request, Response};

use crate::{Identity, convert, names::PositionName, store};

pub(super) async fn get_position(
    s: &Identity,
    request: Request<GetPositionRequest>,
) -> Result<Response<Position>, Error> {
    let who = Caller::of(&request)?;
    let name: PositionName = who.parse("name", &request.get_ref().name)?;
    let position = store::position::load(s.db.read(), &name.organization, &name.position).await?;
    let position = position.ok_or_else(|| Error::not_found(&name))?;
    let counts = store::team::holder_counts(s.db.read(), &name.organization, s.today()).await?;
    let holder_count = counts.get(&position.id).copied().unwrap_or_default();
    Ok(Response::new(Position { holder_count, ..convert::position(&name.organization, &position) }))
}
