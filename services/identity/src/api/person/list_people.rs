//! `ListPeople`: people by name, searched and filtered.

use kit::{
    auth::{Caller, Role},
    error::Error,
    page::Page,
    violation::Rule,
};
use proto::identity::v1::{ListPeopleRequest, ListPeopleResponse};
use tonic::{Request, Response};

use super::visible;
use crate::{
    Identity,
    api::reference,
    convert,
    names::{OrganizationName, PositionName, SiteName, TeamName},
    store::{
        self,
        search::{Search, page_key},
    },
};

pub(super) async fn list_people(
    s: &Identity,
    request: Request<ListPeopleRequest>,
) -> Result<Response<ListPeopleResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let OrganizationName { organization } = who.parse("parent", &request.parent)?;
    let mut v = who.violations();
    let page = Page::parse(&mut v, request.page_size, &request.page_token);
    v.length("query", &request.query, 0..=100);
    let team: Option<TeamName> = reference::name(&who, &mut v, "team", &request.team);
    let position: Option<PositionName> = reference::name(&who, &mut v, "position", &request.position);
    let site: Option<SiteName> = reference::name(&who, &mut v, "site", &request.site);
    let role = Role::try_from(request.role).unwrap_or_else(|_| {
        v.add("role", request.role, Rule::Malformed { expected: "ROLE_HR".into() });
        Role::Unspecified
    });
    v.check()?;

    let db = s.db.read();
    let visible = visible::teams(db, &who).await?;
    let teams: Option<Vec<String>> = match &team {
        Some(team) => {
            let tree = store::team::tree(db, &organization).await?;
            Some(tree.subtree(&team.team).into_iter().map(str::to_owned).collect())
        }
        None => None,
    };
    let search = Search {
        query: &request.query,
        names_only: false,
        teams: teams.as_deref(),
        visible: visible.as_deref(),
        position: position.as_ref().map(|p| p.position.as_str()),
        site: site.as_ref().map(|p| p.site.as_str()),
        // Everybody is a MEMBER.
        role: Some(role).filter(|r| !matches!(r, Role::Unspecified | Role::Member)),
        show_ended: request.show_ended,
    };
    let today = s.today();
    let mut people = search.page(db, &organization, today, page.after.as_deref(), page.limit()).await?;
    let total = search.count(db, &organization, today).await?;
    let next_page_token = page.cut(&mut people, page_key);
    Ok(Response::new(ListPeopleResponse {
        people: people.iter().map(|p| convert::person(&organization, p)).collect(),
        next_page_token,
        total_size: i32::try_from(total).unwrap_or(i32::MAX),
    }))
}
