//! `ListTeamFlags`: which of some teams were flagged on a day or later, and until when.

use std::collections::BTreeMap;

use kit::{
    auth::Caller,
    contract::reference,
    db::time::{from_days, to_days},
    error::Error,
    name::OrganizationName,
    violation::Rule,
};
use proto::adoption::v1::{self as pb};
use tonic::{Request, Response};

use crate::{
    Adoption,
    names::{ApplicationName, TeamName},
    store,
};

/// How many teams one request names at most.
const MAX_TEAMS: usize = 500;

pub(super) async fn list_team_flags(
    s: &Adoption,
    request: Request<pb::ListTeamFlagsRequest>,
) -> Result<Response<pb::ListTeamFlagsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let application: Option<ApplicationName> =
        reference(&mut violations, "application", &o, &request.application);
    let since = violations.day("since_day", &request.since_day);
    if request.teams.is_empty() {
        violations.add("teams", "", Rule::Required);
    }
    let mut teams = Vec::with_capacity(request.teams.len());
    if violations.count("teams", request.teams.len(), MAX_TEAMS) {
        for (i, team) in request.teams.iter().enumerate() {
            teams.extend(reference::<TeamName>(&mut violations, &format!("teams[{i}]"), &o, team));
        }
    }
    violations.check()?;
    let (application, since) =
        (application.map(|a| a.application).unwrap_or_default(), since.map_or(0, to_days));

    let db = s.db.read();
    let evaluated = store::count::application(db, &o, &application).await?.and_then(|a| a.evaluated_day);
    let mut flagged: BTreeMap<String, (bool, i32)> = BTreeMap::new();
    for flag in store::flag::touched_from(db, &o, &application, since).await? {
        // An open flag, and help because of it, last until the latest day that is known.
        let latest = evaluated.unwrap_or(flag.raised_day).max(flag.raised_day);
        let last = flag.cleared_day.unwrap_or(latest);
        for team in &flag.members {
            let known = flagged.entry(team.clone()).or_insert((false, last));
            *known = (known.0 || flag.cleared_day.is_none(), known.1.max(last));
        }
    }

    let teams = teams.into_iter().filter_map(|name| {
        let (open, last) = flagged.get(&name.team).copied()?;
        Some(pb::TeamFlagged { team: name.to_string(), open, last_day: from_days(last).to_string() })
    });
    Ok(Response::new(pb::ListTeamFlagsResponse { teams: teams.collect() }))
}
