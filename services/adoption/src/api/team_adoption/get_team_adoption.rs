//! `GetTeamAdoption`: one team with one application, for its page.

use std::sync::Arc;

use kit::{
    auth::Caller,
    db::time::from_days,
    directory::{self, Team, TeamTree},
    error::Error,
};
use proto::adoption::v1 as pb;
use sea_orm::ConnectionTrait;
use tonic::{Request, Response};

use super::picture::{Picture, is_shown};
use crate::{
    Adoption,
    api::{convert, flag::reply as flags, intervention::reply as interventions, scope::Scope},
    domain::{evaluator::UnitWeek, flag::Flag},
    names::{ApplicationName, TeamName},
    store,
};

/// Weeks that are answered when none are asked for, and at most.
const DEFAULT_WEEKS: i32 = 26;
const MOST_WEEKS: i32 = 104;
/// Flags and interventions at most.
const MOST: u64 = 20;

pub(super) async fn get_team_adoption(
    s: &Adoption,
    request: Request<pb::GetTeamAdoptionRequest>,
) -> Result<Response<pb::TeamAdoption>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: TeamName = who.parse("team", &request.team)?;
    let application: ApplicationName = who.parse("application", &request.application)?;
    let mut violations = who.violations();
    violations.range("weeks", request.weeks, 0..=MOST_WEEKS);
    violations.check()?;
    let weeks = if request.weeks == 0 { DEFAULT_WEEKS } else { request.weeks };

    let (db, organization) = (s.db.read(), name.organization.as_str());
    let (team, evaluated) =
        store::team_page::standing(db, organization, &name.team, &application.application).await?;
    let team = team.filter(|t| Scope::sees(&who, t)).ok_or_else(|| Error::not_found(&name))?;
    let standings = match &evaluated {
        Some(evaluated) => s.standings.of(db, evaluated).await?,
        None => Arc::default(),
    };
    // What is reported in the team above only is not answered here.
    let unit = standings
        .unit(&team.id)
        .map_or(Some(team.id.as_str()), |u| is_shown(u, &team.id).then_some(u.unit.as_str()));
    let (mut published, mut known) = (Vec::new(), Vec::new());
    if let Some(unit) = unit {
        let application = &application.application;
        (published, known) =
            store::team_page::of_unit(db, organization, application, unit, weeks, MOST).await?;
    }
    let picture = Picture::of(organization, standings.clone(), known.clone());
    let mut answer = pb::TeamAdoption {
        team: request.team,
        application: request.application,
        status: Some(picture.status(&team)),
        sentence: Some(picture.sentence(&team.id).into()),
        weeks: published.iter().map(week).collect(),
        flags: Vec::new(),
        interventions: Vec::new(),
        evaluated_day: convert::optional_day(picture.day),
    };
    let tree = named(db, organization, team, &known).await?;
    for flag in known {
        let filter = store::intervention::Filter { flag: Some(&flag.id), limit: MOST, ..Default::default() };
        for intervention in store::intervention::list(db, organization, &filter).await? {
            answer
                .interventions
                .push(interventions::whole(db, organization, &tree, &flag, &intervention).await?);
        }
        answer.flags.push(flags::whole(db, organization, &tree, &flag).await?);
    }
    Ok(Response::new(answer))
}

/// The team and those that its flags are raised for: all that is named in the answer.
async fn named<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    team: Team,
    flags: &[Flag],
) -> Result<TeamTree, Error> {
    let mut teams = vec![team];
    for flag in flags {
        if !teams.iter().any(|t| t.id == flag.anchor) {
            teams.extend(directory::team(db, organization, &flag.anchor).await?);
        }
    }
    Ok(TeamTree::new(teams))
}

fn week(week: &UnitWeek) -> pb::TeamWeek {
    pb::TeamWeek {
        start_day: from_days(week.monday).to_string(),
        rate: week.rate,
        expected_rate: week.expected,
        index: week.index,
        void_days: week.void_days,
    }
}
