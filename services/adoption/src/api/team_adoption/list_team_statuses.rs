//! `ListTeamStatuses`: every team that the caller may see, also those that cannot be judged.

use kit::{auth::Caller, directory, error::Error, name::OrganizationName, page::Page, violation::Rule};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::picture::{Picture, by_name, position_problems};
use crate::{
    Adoption,
    api::{convert, flag::list_flags::optional, scope::Scope},
    names::{ApplicationName, TeamName},
};

/// The funnel draws all teams at once, so pages are large.
const DEFAULT_SIZE: usize = 500;
const MAX_SIZE: usize = 5_000;

pub(super) async fn list_team_statuses(
    s: &Adoption,
    request: Request<pb::ListTeamStatusesRequest>,
) -> Result<Response<pb::ListTeamStatusesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let application: ApplicationName = who.parse("application", &request.application)?;
    let below: Option<TeamName> = optional(&who, "team", &request.team)?;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, 0, &request.page_token);
    let size = match usize::try_from(request.page_size) {
        Ok(0) => DEFAULT_SIZE,
        Ok(n) => n.min(MAX_SIZE),
        Err(_) => {
            let rule = Rule::OutOfRange { min: "0".into(), max: MAX_SIZE.to_string() };
            violations.add("page_size", request.page_size, rule);
            DEFAULT_SIZE
        }
    };
    violations.check()?;

    let (db, organization) = (s.db.read(), parent.organization.as_str());
    let tree = directory::teams(db, organization).await?;
    let picture = Picture::load(s, organization, &application.application).await?;
    let scope = Scope::seeing(&who, &tree);
    let mut teams = by_name(&tree);
    teams.retain(|t| {
        scope.has(&t.id) && picture.has(t) && below.as_ref().is_none_or(|b| tree.is_within(&t.id, &b.team))
    });
    // The token is the id of the last team; names may change in between, ids do not.
    let start = page.after.and_then(|last| teams.iter().position(|t| t.id == last)).map_or(0, |at| at + 1);
    let shown = &teams[start..teams.len().min(start + size)];
    let next_page_token = match shown.last() {
        Some(last) if start + size < teams.len() => Page { size: 0, after: None }.next(&last.id),
        _ => String::new(),
    };
    let position_problems = match picture.day {
        Some(day) => {
            position_problems(db, organization, &application.application, &request.application, day).await?
        }
        None => Vec::new(),
    };
    Ok(Response::new(pb::ListTeamStatusesResponse {
        statuses: shown.iter().map(|t| picture.status(t)).collect(),
        next_page_token,
        evaluated_day: convert::optional_day(picture.day),
        funnel: picture.funnel(),
        position_problems,
    }))
}
