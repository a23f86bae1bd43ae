//! `DeleteTeam`: dissolves a team without members and without teams below it.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{DeleteTeamRequest, Team};
use tonic::{Request, Response};

use crate::{Identity, error, names::TeamName, store};

pub(super) async fn delete_team(
    s: &Identity,
    request: Request<DeleteTeamRequest>,
) -> Result<Response<Team>, Error> {
    let who = Caller::of(&request)?;
    let name: TeamName = who.parse("name", &request.get_ref().name)?;

    let tx = s.db.begin().await?;
    let mut tree = store::team::tree(&tx, &name.organization).await?;
    let mut team = tree.get(&name.team).cloned().ok_or_else(|| Error::not_found(&name))?;
    if team.delete_time.is_none() {
        let below = tree.children(Some(&name.team)).next().is_some();
        if below || store::team::has_members(&tx, &name.organization, &name.team, s.today()).await? {
            return Err(error::team_not_empty());
        }
        team.delete_time = Some(s.clock.now());
        s.put_team(&tx, &name.organization, &mut tree, team).await?;
        tx.commit().await?;
    }
    Ok(Response::new(super::answer(&name.organization, &tree, &name.team)?))
}
