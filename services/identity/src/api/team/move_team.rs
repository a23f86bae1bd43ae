//! `MoveTeam`: a team with all below it goes under another one, or to the top.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{MoveTeamRequest, Team};
use tonic::{Request, Response};

use super::place;
use crate::{Identity, api::reference, names::TeamName, store};

pub(super) async fn move_team(
    s: &Identity,
    request: Request<MoveTeamRequest>,
) -> Result<Response<Team>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: TeamName = who.parse("name", &request.name)?;
    let mut violations = who.violations();
    let parent: Option<TeamName> =
        reference::name(&who, &mut violations, "destination", &request.destination);
    violations.check()?;

    let tx = s.db.begin().await?;
    let mut tree = store::team::tree(&tx, &name.organization).await?;
    let mut team = tree.living(&name.team).cloned().ok_or_else(|| Error::not_found(&name))?;
    let parent = parent.map(|p| p.team);
    if team.parent != parent {
        let (violations, id) = (who.violations(), Some(name.team.as_str()));
        let display_name = team.display_name.clone();
        let field = "destination";
        place::check(violations, &name.organization, &tree, id, parent.as_deref(), &display_name, field)?;
        team.parent = parent;
        s.put_team(&tx, &name.organization, &mut tree, team).await?;
        tx.commit().await?;
    }
    Ok(Response::new(super::answer(&name.organization, &tree, &name.team)?))
}
