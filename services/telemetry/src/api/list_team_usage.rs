//! `ListTeamUsage`: the latest published week of every team that the caller may see.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::telemetry::v1::{ListTeamUsageRequest, ListTeamUsageResponse, TeamUsage};
use tonic::{Request, Response};

use super::scope::Sight;
use crate::{
    Telemetry,
    domain::name::{ApplicationName, TeamName},
    store::team_week,
};

pub(super) async fn list_team_usage(
    s: &Telemetry,
    request: Request<ListTeamUsageRequest>,
) -> Result<Response<ListTeamUsageResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let application: ApplicationName = who.parse("application", &request.application)?;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;
    let tenant = s.ingest.names.tenant(&parent.organization).await?;
    let found = s.ingest.names.application(&tenant, &application.application).await?;
    let ordinal = found.ok_or_else(|| Error::not_found(&application))?.ordinal;
    let sight = Sight::of(s, &who).await?;

    let Some(end) = team_week::latest_final(s.db.read(), tenant.id, ordinal).await? else {
        return Ok(Response::new(ListTeamUsageResponse::default()));
    };
    // Whoever sees few teams still pages over all of them; there are at most 20,000.
    let mut after = page.after.clone().unwrap_or_default();
    let mut rows = Vec::new();
    loop {
        let found =
            team_week::published_week(s.db.read(), tenant.id, ordinal, end, &after, page.limit()).await?;
        let more = u64::try_from(found.len()).unwrap_or(0) == page.limit();
        if let Some((last, _)) = found.last() {
            after.clone_from(last);
        }
        rows.extend(found.into_iter().filter(|(team, _)| sight.has(team)));
        if !more || u64::try_from(rows.len()).unwrap_or(u64::MAX) >= page.limit() {
            break;
        }
    }
    let next_page_token = page.cut(&mut rows, |(team, _)| team.clone());
    let teams = rows
        .into_iter()
        .map(|(team, week)| TeamUsage {
            team: TeamName::new(&parent.organization, team).to_string(),
            application: request.application.clone(),
            weeks: vec![week],
            ..TeamUsage::default()
        })
        .collect();
    Ok(Response::new(ListTeamUsageResponse { teams, next_page_token }))
}
