//! `GetTeamAdoption`: one team with one application, for its page.

use kit::{auth::Caller, db::time::from_days, directory, error::Error};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::picture::Picture;
use crate::{
    Adoption,
    api::{convert, flag::reply as flags, intervention::reply as interventions, scope::Scope},
    domain::evaluator::UnitWeek,
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
    let tree = directory::teams(db, organization).await?;
    let scope = Scope::seeing(&who, &tree);
    let team = tree.get(&name.team).filter(|t| scope.has(&t.id)).ok_or_else(|| Error::not_found(&name))?;
    let picture = Picture::load(db, organization, &application.application).await?;
    let unit = picture.unit(&team.id).map_or(team.id.as_str(), |u| u.unit.as_str());
    let weeks = store::week::newest(db, organization, &application.application, unit, weeks).await?;
    let filter = store::flag::Filter {
        application: Some(&application.application),
        unit: Some(unit),
        limit: MOST,
        ..Default::default()
    };
    let mut answer = pb::TeamAdoption {
        team: request.team,
        application: request.application,
        status: Some(picture.status(team)),
        sentence: Some(picture.sentence(&team.id).into()),
        weeks: weeks.iter().map(week).collect(),
        flags: Vec::new(),
        interventions: Vec::new(),
        evaluated_day: convert::optional_day(picture.day),
    };
    for flag in store::flag::list(db, organization, &filter).await? {
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

fn week(week: &UnitWeek) -> pb::TeamWeek {
    pb::TeamWeek {
        start_day: from_days(week.monday).to_string(),
        rate: week.rate,
        expected_rate: week.expected,
        index: week.index,
        void_days: week.void_days,
    }
}
