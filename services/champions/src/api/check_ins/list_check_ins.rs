//! `ListCheckIns`: the caller's own, and for HR those of everybody, without notes.

use kit::{
    auth::{Caller, Role},
    error::Error,
    name::OrganizationName,
    page::Page,
};
use proto::champions::v1::{ListCheckInsRequest, ListCheckInsResponse};
use tonic::{Request, Response};

use super::view;
use crate::{Champions, api::convert::reference_if_any, names::TeamName, store};

pub(super) async fn list_check_ins(
    s: &Champions,
    request: Request<ListCheckInsRequest>,
) -> Result<Response<ListCheckInsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let team: Option<TeamName> = reference_if_any(&mut violations, "team", &o, &request.team);
    violations.check()?;
    let everybody = request.everybody && who.has(Role::Hr);
    let person = if everybody { None } else { Some(who.person()?) };

    let (db, before) = (s.db.read(), page.after.as_deref());
    let team = team.as_ref().map(|t| t.team.as_str());
    let mut found = store::check_in::list(db, &o, person, team, before, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |c| c.id.clone());
    let teams = store::people::team_names(db, &o, store::people::ids(found.iter().map(|c| &c.team))).await?;
    let people =
        store::people::person_names(db, &o, store::people::ids(found.iter().map(|c| &c.person))).await?;

    let write =
        |c| if everybody { view::of_somebody(&o, c, &teams, &people) } else { view::own(&o, c, &teams) };
    Ok(Response::new(ListCheckInsResponse { check_ins: found.iter().map(write).collect(), next_page_token }))
}
