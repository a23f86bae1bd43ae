//! `CreateTeam`: a new node of the tree.

use kit::{auth::Caller, error::Error, request_id::RequestId};
use proto::identity::v1::{CreateTeamRequest, Team};
use tonic::{Request, Response};

use super::place;
use crate::{
    Identity,
    api::reference::{self, check_request_id},
    domain::{
        team::{self, TEAMS},
        text::line,
    },
    names::{OrganizationName, TeamName},
    store,
};

pub(super) async fn create_team(
    s: &Identity,
    request: Request<CreateTeamRequest>,
) -> Result<Response<Team>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let OrganizationName { organization } = who.parse("parent", &request.parent)?;
    let wanted = request.team.clone().unwrap_or_default();
    let mut violations = who.violations();
    check_request_id(&mut violations, &request.request_id);
    violations.direction("team.display_name", &wanted.display_name);
    let display_name = line(&wanted.display_name);
    violations.length("team.display_name", &display_name, 1..=200);
    let parent: Option<TeamName> = reference::name(&who, &mut violations, "team.parent", &wanted.parent);
    violations.check()?;

    let tx = s.db.begin().await?;
    let once = RequestId::new(&organization, "CreateTeam", &request.request_id, &request, s.clock.now());
    if let Some(answer) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(answer));
    }
    let mut tree = store::team::tree(&tx, &organization).await?;
    let mut violations = who.violations();
    violations.count("parent", tree.len() + 1, TEAMS);
    let parent = parent.map(|p| p.team);
    place::check(violations, &organization, &tree, None, parent.as_deref(), &display_name, "team.parent")?;
    let id = s.ids.next();
    let team = team::Team {
        id: id.clone(),
        display_name,
        parent,
        revision: 0,
        create_time: s.clock.now(),
        delete_time: None,
    };
    s.put_team(&tx, &organization, &mut tree, team).await?;
    let answer = super::answer(&organization, &tree, &id)?;
    once.remember(&tx, &answer).await?;
    tx.commit().await?;
    Ok(Response::new(answer))
}
