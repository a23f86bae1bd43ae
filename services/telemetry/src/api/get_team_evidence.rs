//! `GetTeamEvidence`: exact facts about a team for the table of causes.

use kit::{auth::Caller, db::time::to_days, directory, error::Error};
use proto::telemetry::v1::{GetTeamEvidenceRequest, TeamEvidence};
use tonic::{Request, Response};

use crate::{
    Telemetry,
    domain::{
        name::{ApplicationName, TeamName},
        week::WINDOW_DAYS,
    },
    store::team_week,
};

pub(super) async fn get_team_evidence(
    s: &Telemetry,
    request: Request<GetTeamEvidenceRequest>,
) -> Result<Response<TeamEvidence>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let team: TeamName = who.parse("team", &request.team)?;
    let application: ApplicationName = who.parse("application", &request.application)?;
    let mut violations = who.violations();
    let day = violations.day("day", &request.day).map_or(0, to_days);
    violations.check()?;
    if directory::team(s.db.read(), &team.organization, &team.team).await?.is_none() {
        return Err(Error::not_found(&team));
    }
    let tenant = s.ingest.names.tenant(&team.organization).await?;
    let found = s.ingest.names.application(&tenant, &application.application).await?;
    let ordinal = found.ok_or_else(|| Error::not_found(&application))?.ordinal;
    let days = day - WINDOW_DAYS + 1..=day;
    let found = team_week::evidence(s.db.read(), tenant.id, ordinal, &team.team, days).await?;
    let nothing =
        || TeamEvidence { team: request.team, application: request.application, ..TeamEvidence::default() };
    Ok(Response::new(found.unwrap_or_else(nothing)))
}
