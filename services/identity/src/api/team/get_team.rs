//! `GetTeam`: one team, dissolved or not.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{GetTeamRequest, Team};
use tonic::{Request, Response};

use crate::{Identity, convert, names::TeamName, store};

pub(super) async fn get_team(
    s: &Identity,
    request: Request<GetTeamRequest>,
) -> Result<Response<Team>, Error> {
    let who = Caller::of(&request)?;
    let name: TeamName = who.parse("name", &request.get_ref().name)?;
    let tree = store::team::tree(s.db.read(), &name.organization).await?;
    let team = tree.get(&name.team).ok_or_else(|| Error::not_found(&name))?;
    let counts = store::team::member_counts(s.db.read(), &name.organization, s.today()).await?;
    let member_count = counts.get(&team.id).copied().unwrap_or_default();
    Ok(Response::new(Team { member_count, ..convert::team(&name.organization, &tree, team) }))
}
