//! `ListVisits`: to the caller's teams, and for HR to all.

use kit::{
    auth::{Caller, Role},
    db::time::to_days,
    error::Error,
    name::OrganizationName,
    page::Page,
    violation::Rule,
};
use proto::champions::v1::{ListVisitsRequest, ListVisitsResponse, VisitState};
use tonic::{Request, Response};

use super::request_visit::write;
use crate::{
    Champions,
    api::convert::{count, reference_if_any},
    names::TeamName,
    store::{self, visit::Which},
};

pub(super) async fn list_visits(
    s: &Champions,
    request: Request<ListVisitsRequest>,
) -> Result<Response<ListVisitsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let made = match VisitState::try_from(request.state) {
        Ok(VisitState::Unspecified) => None,
        Ok(state) => Some(state == VisitState::Made),
        Err(_) => {
            violations.add("state", request.state, Rule::unknown_value(&["OPEN", "MADE"]));
            None
        }
    };
    let team: Option<TeamName> = reference_if_any(&mut violations, "team", &o, &request.team);
    violations.check()?;

    let db = s.db.read();
    let covered_by = if who.has(Role::Hr) { None } else { Some(who.person()?) };
    let all = Which { covered_by, team: team.as_ref().map(|t| t.team.as_str()), ..Which::default() };
    let open = Which { made: Some(false), ..all };
    let overdue = Which { due_before: Some(s.today()), ..open };
    let wanted = if request.overdue { overdue } else { Which { made, ..all } };
    let after = page.after.as_deref().and_then(|key| {
        let mut parts = key.splitn(3, '/');
        Some((parts.next()? == "1", parts.next()?.parse().ok()?, parts.next()?))
    });
    let mut found = store::visit::list(db, &o, wanted, after, page.limit()).await?;
    let next_page_token =
        page.cut(&mut found, |v| format!("{}/{}/{}", u8::from(v.made), to_days(v.due_day), v.id));
    let teams = store::people::team_names(db, &o, store::people::ids(found.iter().map(|v| &v.team))).await?;

    let visits = found.iter().map(|v| write(&o, v, &teams)).collect();
    Ok(Response::new(ListVisitsResponse {
        visits,
        next_page_token,
        open_count: count(store::visit::count(db, &o, open).await?),
        overdue_count: count(store::visit::count(db, &o, overdue).await?),
        made_count: count(store::visit::count(db, &o, Which { made: Some(true), ..all }).await?),
    }))
}
