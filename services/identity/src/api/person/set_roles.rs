//! `SetRoles`: all that a person may do.

use kit::{
    auth::{Caller, Role},
    error::Error,
    violation::{Rule, Violations},
};
use proto::identity::v1::{Person, SetRolesRequest};
use tonic::{Request, Response};

use crate::{
    Identity,
    api::reference,
    convert,
    domain::{person::RoleGrant, team::Tree},
    error,
    names::{PersonName, TeamName},
    store,
};

/// How many teams one champion looks after at most.
pub(super) const TEAMS: usize = 200;

pub(super) async fn set_roles(
    s: &Identity,
    request: Request<SetRolesRequest>,
) -> Result<Response<Person>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: PersonName = who.parse("name", &request.name)?;

    let tx = s.db.begin().await?;
    let o = &name.organization;
    let old = store::person::load(&tx, o, &name.person).await?.ok_or_else(|| Error::not_found(&name))?;
    let tree = store::team::tree(&tx, o).await?;
    let mut v = who.violations();
    let roles = read(&who, &mut v, &tree, &request);
    v.check()?;
    let mut new = old.clone();
    new.roles = roles;
    if new != old {
        if old.is_admin()
            && !new.is_admin()
            && store::person::others_with_role(&tx, o, Role::Admin, &old.id, s.today()).await? == 0
        {
            return Err(error::last_admin());
        }
        new = s.put_person(&tx, o, new).await?;
        tx.commit().await?;
    }
    Ok(Response::new(convert::person(o, &new)))
}

/// The grants of a request, by role; teams by id.
fn read(who: &Caller, v: &mut Violations, tree: &Tree, request: &SetRolesRequest) -> Vec<RoleGrant> {
    let mut grants: Vec<RoleGrant> = Vec::new();
    v.count("roles", request.roles.len(), 10);
    for (i, grant) in request.roles.iter().enumerate().take(10) {
        let field = format!("roles[{i}].role");
        let role = Role::try_from(grant.role).unwrap_or(Role::Unspecified);
        if matches!(role, Role::Unspecified | Role::Member) {
            let allowed = ["ADMIN", "HR", "TRAINER", "CHAMPION", "SPONSOR"];
            v.add(field, role.as_str_name(), Rule::unknown_value(&allowed));
            continue;
        }
        if grants.iter().any(|g| g.role == role) {
            v.add(field, role.as_str_name(), Rule::Duplicate);
        }
        let field = format!("roles[{i}].teams");
        match (role, grant.teams.is_empty()) {
            (Role::Champion, true) => v.add(&field, "", Rule::Required),
            (Role::Champion, false) => {
                v.count(&field, grant.teams.len(), TEAMS);
            }
            (_, false) => v.add(&field, "", Rule::TooMany { max: 0 }),
            (_, true) => {}
        }
        let mut teams: Vec<String> = Vec::new();
        for team in grant.teams.iter().take(TEAMS) {
            match reference::name::<TeamName>(who, v, &field, team) {
                Some(name) if tree.living(&name.team).is_some() => teams.push(name.team),
                Some(_) => v.add(&field, team, Rule::NotFound),
                None => {}
            }
        }
        teams.sort();
        teams.dedup();
        grants.push(RoleGrant { role, teams });
    }
    grants.sort_by_key(|g| g.role as i32);
    grants
}
