//! `SetRoles`.

use kit::auth::Role;
use proto::identity::v1::{PersonChanged, RoleGrant, SetRolesRequest};
use tonic::Code;

use crate::support::{PASSWORD, acme, broken, id, parent, reason};

fn grant(role: Role, teams: &[&str]) -> RoleGrant {
    RoleGrant { role: role as i32, teams: teams.iter().map(|t| (*t).to_owned()).collect() }
}

fn set(name: &str, roles: Vec<RoleGrant>) -> SetRolesRequest {
    SetRolesRequest { name: name.into(), roles }
}

#[tokio::test]
async fn a_champion_is_limited_to_teams_and_the_token_says_so() {
    let acme = acme().await;
    let west = acme.team("West", "").await;
    let sara = acme.somebody("sara").await;
    acme.welcome(&sara).await;
    let roles = vec![grant(Role::Champion, &[&west]), grant(Role::Trainer, &[])];
    let changed = acme.people().set_roles(set(&sara.name, roles)).await.unwrap().into_inner();
    assert_eq!(changed.roles, [grant(Role::Trainer, &[]), grant(Role::Champion, &[&west])]);
    assert_eq!(acme.harness.published::<PersonChanged>().await.last().unwrap().person, Some(changed));

    let (token, _) = acme.sign_in("sara@acme.example", PASSWORD).await.unwrap();
    let person = acme.harness.context.keys.verify(&token, acme.now()).unwrap();
    let grants: Vec<_> = person.grants.iter().map(|g| (g.role, g.team.as_deref())).collect();
    assert_eq!(grants, [(Role::Member, None), (Role::Trainer, None), (Role::Champion, Some(id(&west)))]);
}

#[tokio::test]
async fn grants_that_make_no_sense_are_refused() {
    let acme = acme().await;
    let west = acme.team("West", "").await;
    let sara = acme.somebody("sara").await;
    let grants = vec![
        grant(Role::Champion, &[]),
        grant(Role::Hr, &[&west]),
        grant(Role::Member, &[]),
        grant(Role::Hr, &[]),
        grant(Role::Sponsor, &[]),
    ];
    let refused = broken(acme.people().set_roles(set(&sara.name, grants)).await);
    let codes: Vec<_> = refused.iter().map(|r| r.1.as_str()).collect();
    assert_eq!(codes, ["REQUIRED", "TOO_MANY", "UNKNOWN_VALUE", "DUPLICATE"]);
    let nowhere = format!("{}/teams/none", parent());
    let rules =
        broken(acme.people().set_roles(set(&sara.name, vec![grant(Role::Champion, &[&nowhere])])).await);
    assert_eq!(rules[0].1, "NOT_FOUND");
}

#[tokio::test]
async fn somebody_must_stay_administrator() {
    let acme = acme().await;
    let boss = format!("{}/people/{}", parent(), acme.boss);
    let refused = reason(acme.people().set_roles(set(&boss, vec![])).await);
    assert_eq!(refused, (Code::FailedPrecondition, "LAST_ADMIN".into()));
    let sara = acme.somebody("sara").await;
    acme.people().set_roles(set(&sara.name, vec![grant(Role::Admin, &[])])).await.unwrap();
    // Sara has no password yet, so nobody could sign in as administrator.
    assert_eq!(reason(acme.people().set_roles(set(&boss, vec![])).await).1, "LAST_ADMIN");
    acme.welcome(&sara).await;
    acme.people().set_roles(set(&boss, vec![])).await.unwrap();
}
