//! `GrantChampionTeams`: the role CHAMPION for more teams, besides those that the person has.

use kit::{
    auth::{Caller, Role},
    error::Error,
    request_id::RequestId,
    violation::{Rule, Violations},
};
use proto::identity::v1::{GrantChampionTeamsRequest, GrantChampionTeamsResponse};
use tonic::{Request, Response};

use super::set_roles::TEAMS;
use crate::{
    Identity,
    api::reference::{self, check_request_id},
    domain::person::RoleGrant,
    names::{PersonName, TeamName},
    store,
};

pub(super) async fn grant_champion_teams(
    s: &Identity,
    request: Request<GrantChampionTeamsRequest>,
) -> Result<Response<GrantChampionTeamsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: PersonName = who.parse("name", &request.name)?;
    let mut v = who.violations();
    check_request_id(&mut v, &request.request_id);
    let wanted = teams(&who, &mut v, &request.teams);
    v.check()?;

    let tx = s.db.begin().await?;
    let o = &name.organization;
    let once = RequestId::new(o, "GrantChampionTeams", &request.request_id, &request, s.clock.now());
    if let Some(answer) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(answer));
    }
    let mut person =
        store::person::load(&tx, o, &name.person).await?.ok_or_else(|| Error::not_found(&name))?;
    let tree = store::team::tree(&tx, o).await?;
    let held = held(&mut person.roles);
    let added: Vec<String> =
        wanted.into_iter().filter(|t| tree.living(t).is_some() && !held.contains(t)).collect();
    let mut v = who.violations();
    v.count("teams", held.len() + added.len(), TEAMS);
    v.check()?;
    held.extend(added.iter().cloned());
    held.sort();
    person.roles.retain(|g| !(g.role == Role::Champion && g.teams.is_empty()));
    person.roles.sort_by_key(|g| g.role as i32);
    if !added.is_empty() {
        s.put_person(&tx, o, person).await?;
    }
    let granted_teams = added.iter().map(|t| TeamName::new(o, t).to_string()).collect();
    let answer = GrantChampionTeamsResponse { granted_teams };
    once.remember(&tx, &answer).await?;
    tx.commit().await?;
    Ok(Response::new(answer))
}

/// The teams that the person is champion of, to change them.
pub(super) fn held(roles: &mut Vec<RoleGrant>) -> &mut Vec<String> {
    let at = roles.iter().position(|g| g.role == Role::Champion).unwrap_or_else(|| {
        roles.push(RoleGrant { role: Role::Champion, teams: Vec::new() });
        roles.len() - 1
    });
    &mut roles[at].teams
}

/// The ids of the teams of a request, each once.
pub(super) fn teams(who: &Caller, v: &mut Violations, given: &[String]) -> Vec<String> {
    if given.is_empty() {
        v.add("teams", "", Rule::Required);
    }
    v.count("teams", given.len(), TEAMS);
    let mut teams: Vec<String> = given
        .iter()
        .take(TEAMS)
        .filter_map(|team| reference::name::<TeamName>(who, v, "teams", team))
        .map(|name| name.team)
        .collect();
    teams.sort();
    teams.dedup();
    teams
}
