//! `GetTeamGaps`: by how much teams differed from comparable teams, for comparing halves that a coin made.

use kit::{
    auth::Caller,
    db::time::{from_days, to_days},
    error::Error,
    violation::Rule,
};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::get_teams_overview::teams_of;
use crate::{
    Adoption,
    names::{ApplicationName, TeamName},
    store,
};

/// Teams and days of one request at most.
const TEAMS: usize = 1_000;
const DAYS: usize = 10;

pub(super) async fn get_team_gaps(
    s: &Adoption,
    request: Request<pb::GetTeamGapsRequest>,
) -> Result<Response<pb::GetTeamGapsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let application: ApplicationName = who.parse("application", &request.application)?;
    let teams = teams_of(&who, &request.teams, TEAMS)?;
    let mut violations = who.violations();
    if request.days.is_empty() {
        violations.add("days", "", Rule::Required);
    }
    violations.count("days", request.days.len(), DAYS);
    let days: Vec<_> = request.days.iter().take(DAYS).filter_map(|d| violations.day("days", d)).collect();
    violations.check()?;

    let (db, o) = (s.db.read(), application.organization.as_str());
    let mut gaps = Vec::new();
    for day in days.into_iter().map(to_days) {
        for unit in store::unit_day::of(db, o, &application.application, day, &teams).await? {
            // A team that is judged together with others has no figure of its own.
            let alone = unit.before.members == [unit.unit.clone()];
            let figures = &unit.figures;
            if alone && unit.not_judged.is_none() && figures.eligible > 0.0 {
                gaps.push(pb::TeamGap {
                    team: TeamName::new(o, &unit.unit).to_string(),
                    day: from_days(day).to_string(),
                    gap: 100.0 * (figures.active - figures.expected) / figures.eligible,
                });
            }
        }
    }
    Ok(Response::new(pb::GetTeamGapsResponse { gaps }))
}
