//! `GetTeamsOverview`: what a champion needs to know about some teams. Standings are remembered between evaluations;
//! all else is answered of these teams only.

use kit::{
    auth::Caller,
    directory::{Team, TeamTree},
    error::Error,
    name::OrganizationName,
    violation::Rule,
};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::picture::Picture;
use crate::{
    Adoption,
    api::{convert, flag::reply as flags, intervention::reply as interventions, playbook},
    domain::flag::Status,
    names::{ApplicationName, TeamName},
    store,
};

/// Teams of one request at most.
const TEAMS: usize = 200;
/// Flags and tasks at most.
const MOST: u64 = 50;

pub(super) async fn get_teams_overview(
    s: &Adoption,
    request: Request<pb::GetTeamsOverviewRequest>,
) -> Result<Response<pb::TeamsOverview>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let teams = teams_of(&who, &request.teams, TEAMS)?;

    let (db, o) = (s.db.read(), parent.organization.as_str());
    let overview = store::overview::read(db, o, &teams, MOST).await?;
    let tree = TeamTree::new(teams.iter().map(|id| nameless(id)));
    let mut answer = pb::TeamsOverview::default();
    for application in &overview.applications {
        let standings = s.standings.of(db, application).await?;
        let flags = overview.open.iter().filter(|f| f.application == application.id).cloned().collect();
        let picture = Picture::of(o, standings, flags);
        answer.applications.push(pb::ApplicationOverview {
            application: ApplicationName::new(o, &application.id).to_string(),
            evaluated_day: convert::optional_day(picture.day),
            statuses: tree.iter().map(|t| picture.status(t)).collect(),
        });
    }
    for flag in overview.open.iter().filter(|f| f.status == Status::Flagged) {
        let barrier = flag.barrier.or(flag.proposed);
        let play = barrier.map(|b| playbook::read::reply(o, &overview.playbook(b)));
        answer.flags.push(pb::FlagWithPlay { flag: Some(flags::short(o, &tree, flag)), play });
    }
    answer.tasks =
        overview.tasks.iter().map(|(task, flag)| interventions::task(o, &tree, flag, task)).collect();
    Ok(Response::new(answer))
}

/// The ids of the teams of a request, each once.
pub(super) fn teams_of(who: &Caller, given: &[String], most: usize) -> Result<Vec<String>, Error> {
    let mut violations = who.violations();
    if given.is_empty() {
        violations.add("teams", "", Rule::Required);
    }
    violations.count("teams", given.len(), most);
    violations.check()?;
    let mut teams = Vec::with_capacity(given.len());
    for team in given {
        teams.push(who.parse::<TeamName>("teams", team)?.team);
    }
    teams.sort();
    teams.dedup();
    Ok(teams)
}

/// A team without what only the directory knows; whoever asks has its own copy.
fn nameless(id: &str) -> Team {
    Team {
        id: id.to_owned(),
        display_name: String::new(),
        parent: None,
        ancestors: Vec::new(),
        dissolved: false,
    }
}
