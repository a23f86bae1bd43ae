//! Who may call what: every method by every role, against one table.

use kit::auth::Role;
use proto::rules::{self, Rule};

/// The methods that change the directory, and who may.
const WRITES: &[(&str, &[Role])] = &[
    ("OrganizationService/UpdateOrganization", &[Role::Admin]),
    ("SiteService/CreateSite", &[Role::Admin]),
    ("SiteService/UpdateSite", &[Role::Admin]),
    ("SiteService/AddHolidays", &[Role::Admin, Role::Hr]),
    ("SiteService/RemoveHolidays", &[Role::Admin, Role::Hr]),
    ("TeamService/CreateTeam", &[Role::Admin, Role::Hr]),
    ("TeamService/UpdateTeam", &[Role::Admin, Role::Hr]),
    ("TeamService/MoveTeam", &[Role::Admin, Role::Hr]),
    ("TeamService/DeleteTeam", &[Role::Admin, Role::Hr]),
    ("PositionService/CreatePosition", &[Role::Admin, Role::Hr]),
    ("PositionService/UpdatePosition", &[Role::Admin, Role::Hr]),
    ("PersonService/CreatePerson", &[Role::Admin, Role::Hr]),
    ("PersonService/UpdatePerson", &[Role::Admin, Role::Hr]),
    ("PersonService/EndEmployment", &[Role::Admin, Role::Hr]),
    ("PersonService/SetRoles", &[Role::Admin]),
    ("PersonService/InvitePerson", &[Role::Admin, Role::Hr]),
    ("DirectoryImportService/ApplyImport", &[Role::Admin, Role::Hr]),
];
/// What anybody may call without signing in.
const PUBLIC: &[&str] =
    &["SignIn", "RefreshSession", "SignOut", "RequestPasswordReset", "SetPassword", "ListKeys"];

#[test]
fn only_those_who_should_change_the_directory() {
    for (method, roles) in WRITES {
        let rule = rules::of(&format!("/hamgam.identity.v1.{method}"));
        assert_eq!(rule, Some(Rule::Roles(roles)), "{method}");
    }
}

#[test]
fn nothing_but_signing_in_is_public() {
    for (path, rule, _) in rules::METHODS.iter().filter(|(path, ..)| path.starts_with("/hamgam.identity.v1."))
    {
        let method = path.rsplit('/').next().unwrap();
        assert_eq!(*rule == Rule::Public, PUBLIC.contains(&method), "{path}");
    }
}
