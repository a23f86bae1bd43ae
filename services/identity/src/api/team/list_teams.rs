//! `ListTeams`: the whole tree.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{ListTeamsRequest, ListTeamsResponse};
use tonic::{Request, Response};

use crate::{Identity, convert, names::OrganizationName, store};

pub(super) async fn list_teams(
    s: &Identity,
    request: Request<ListTeamsRequest>,
) -> Result<Response<ListTeamsResponse>, Error> {
    let who = Caller::of(&request)?;
    let OrganizationName { organization } = who.parse("parent", &request.get_ref().parent)?;
    let tree = store::team::tree(s.db.read(), &organization).await?;
    let counts = store::team::member_counts(s.db.read(), &organization, s.today()).await?;
    let teams = tree.in_order().into_iter().map(|team| {
        let member_count = counts.get(&team.id).copied().unwrap_or_default();
        proto::identity::v1::Team { member_count, ..convert::team(&organization, &tree, team) }
    });
    Ok(Response::new(ListTeamsResponse { teams: teams.collect() }))
}
