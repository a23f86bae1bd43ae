//! `GetTeamCompletion`: how many of a roster have completed all of some courses.

use kit::{
    auth::Caller,
    contract::{len, reference},
    directory,
    error::Error,
    name::OrganizationName,
    privacy::FLOOR,
    violation::Rule,
};
use proto::training::v1::{GetTeamCompletionRequest, TeamCompletion};
use tonic::{Request, Response};

use crate::{
    Training,
    names::{CourseName, TeamName},
    store::{self, calendars::Calendars},
};

const MAX_TEAMS: usize = 500;
const MAX_COURSES: usize = 10;

pub(super) async fn get_team_completion(
    s: &Training,
    request: Request<GetTeamCompletionRequest>,
) -> Result<Response<TeamCompletion>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    for (field, count, max) in
        [("teams", request.teams.len(), MAX_TEAMS), ("courses", request.courses.len(), MAX_COURSES)]
    {
        if count == 0 {
            violations.add(field, "", Rule::Required);
        }
        violations.count(field, count, max);
    }
    let mut teams = Vec::new();
    for (i, team) in request.teams.iter().take(MAX_TEAMS).enumerate() {
        teams
            .extend(reference::<TeamName>(&mut violations, &format!("teams[{i}]"), &o, team).map(|t| t.team));
    }
    let mut courses = Vec::new();
    for (i, course) in request.courses.iter().take(MAX_COURSES).enumerate() {
        let name = reference::<CourseName>(&mut violations, &format!("courses[{i}]"), &o, course);
        courses.extend(name.map(|c| c.course));
    }
    let from = violations.day("roster_start_day", &request.roster_start_day);
    let to = violations.day("roster_end_day", &request.roster_end_day);
    let day = violations.optional_day("day", &request.day);
    violations.check()?;
    let (Some(from), Some(to)) = (from, to) else {
        return Err(Error::internal("a day that is missing broke no rule"));
    };

    let db = s.db.read();
    let day = match day {
        Some(day) => day,
        None => Calendars::load(db, &o).await?.today(None, s.clock.now()),
    };
    let everybody = directory::members_of_teams(db, &o, &teams).await?;
    let on = |p: &directory::Person, day| p.membership_on(day).is_some_and(|m| teams.contains(&m.team));
    let roster: Vec<_> =
        everybody.iter().filter(|p| on(p, from) && on(p, to) && p.employed_on(day)).collect();
    if roster.len() < FLOOR as usize {
        return Ok(Response::new(TeamCompletion::default()));
    }
    let completed = store::completion::by_person(db, &o, day).await?;
    let has_all = |id: &str| completed.get(id).is_some_and(|own| courses.iter().all(|c| own.contains(c)));
    let done = roster.iter().filter(|p| has_all(&p.id)).count();

    Ok(Response::new(TeamCompletion { people: Some(len(roster.len())), completed: Some(len(done)) }))
}
