//! `ListPositions`: all positions by name.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{ListPositionsRequest, ListPositionsResponse, Position};
use tonic::{Request, Response};

use crate::{Identity, convert, names::OrganizationName, store};

pub(super) async fn list_positions(
    s: &Identity,
    request: Request<ListPositionsRequest>,
) -> Result<Response<ListPositionsResponse>, Error> {
    let who = Caller::of(&request)?;
    let OrganizationName { organization } = who.parse("parent", &request.get_ref().parent)?;
    let positions = store::position::all(s.db.read(), &organization).await?;
    let counts = store::team::holder_counts(s.db.read(), &organization, s.today()).await?;
    let positions = positions.iter().map(|position| {
        let holder_count = counts.get(&position.id).copied().unwrap_or_default();
        Position { holder_count, ..convert::position(&organization, position) }
    });
    Ok(Response::new(ListPositionsResponse { positions: positions.collect() }))
}
