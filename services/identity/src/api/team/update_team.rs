//! `UpdateTeam`: its name.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::identity::v1::{Team, UpdateTeamRequest};
use tonic::{Request, Response};

use super::place;
use crate::{Identity, api::reference::check_etag, domain::text::line, names::TeamName, store};

pub(super) async fn update_team(
    s: &Identity,
    request: Request<UpdateTeamRequest>,
) -> Result<Response<Team>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let wanted = request.team.unwrap_or_default();
    let name: TeamName = who.parse("team.name", &wanted.name)?;
    let mut violations = who.violations();
    Mask::parse(&mut violations, request.update_mask.as_ref(), &["display_name"]);
    violations.direction("team.display_name", &wanted.display_name);
    let display_name = line(&wanted.display_name);
    violations.length("team.display_name", &display_name, 1..=200);
    violations.check()?;

    let tx = s.db.begin().await?;
    let mut tree = store::team::tree(&tx, &name.organization).await?;
    let mut team = tree.living(&name.team).cloned().ok_or_else(|| Error::not_found(&name))?;
    check_etag(&wanted.etag, team.revision, &wanted.name)?;
    if team.display_name != display_name {
        let parent = team.parent.clone();
        let (violations, id) = (who.violations(), Some(name.team.as_str()));
        let field = "team.parent";
        place::check(violations, &name.organization, &tree, id, parent.as_deref(), &display_name, field)?;
        team.display_name = display_name;
        s.put_team(&tx, &name.organization, &mut tree, team).await?;
        tx.commit().await?;
    }
    Ok(Response::new(super::answer(&name.organization, &tree, &name.team)?))
}
