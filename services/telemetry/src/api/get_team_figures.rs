//! `GetTeamFigures`: sums about a frozen roster, for goals of teams.

use std::collections::BTreeMap;

use kit::{
    auth::Caller,
    contract::{count, reference},
    db::time::to_days,
    error::Error,
    violation::Rule,
};
use proto::telemetry::v1::{self as pb, GetTeamFiguresRequest, TeamFigures};
use tonic::{Request, Response};

use crate::{
    Telemetry,
    counting::{Closed, Scope},
    domain::{
        name::{ApplicationName, TeamName},
        quality::Quality,
        retention::first_raw_day,
        team_sums::{Facts, Frozen, TeamSum, sums},
    },
    error::Reason,
    store::{self, application::Application, event, mark, quality},
};

const MAX_TEAMS: usize = 500;
const MAX_DAYS: i32 = 28;

/// What is asked for.
struct Asked {
    teams: Vec<String>,
    frozen_on: (i32, i32),
    days: (i32, i32),
}

pub(super) async fn get_team_figures(
    s: &Telemetry,
    request: Request<GetTeamFiguresRequest>,
) -> Result<Response<TeamFigures>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ApplicationName = who.parse("application", &request.application)?;
    let asked = parse(&who, &name.organization, &request)?;
    let application = super::scope::application(s, &name).await?;
    let tenant = s.ingest.names.tenant(&name.organization).await?.id;
    must_be_counted(s, &name, tenant, &application, &asked).await?;

    let db = s.db.read();
    let (first, last) = asked.days;
    let scope = Scope::load(db, &name.organization, tenant, &application).await?;
    let roster = store::roster::load(db, &name.organization, first, last).await?;
    let marks = mark::load(db, tenant, application.ordinal, first..=last).await?;
    let mut features = Vec::new();
    for start in (first..=last).step_by(7) {
        let mut used: BTreeMap<u32, u32> = BTreeMap::new();
        let week = start..=(start + 6).min(last);
        for (subject, feature) in event::acts::features_used(db, tenant, application.ordinal, week).await? {
            *used.entry(subject).or_default() += u32::from(scope.known.contains(&feature));
        }
        features.push(used);
    }
    let mut reports: Vec<(i32, Option<u32>, String, Quality)> = Vec::new();
    for day in first..=last {
        let found = quality::reports_on(db, tenant, application.ordinal, day).await?;
        reports.extend(found.into_iter().map(|(subject, team, _, records)| (day, subject, team, records)));
    }
    let frozen = Frozen::new(&roster, &asked.teams, asked.frozen_on);
    let facts = Facts {
        roster: &roster,
        core: &scope.core,
        marks: &marks,
        features: &features,
        feature_count: u32::try_from(scope.known.len()).unwrap_or(u32::MAX),
        reports: &reports,
    };

    let figures = sums(&facts, &frozen).map(|sums| TeamFigures {
        people: Some(count(sums.people)),
        r#use: Some(write(sums.usage)),
        breadth: Some(write(sums.breadth)),
        errors: Some(write(sums.errors)),
        person_weeks_active: count(sums.person_weeks_active),
        person_weeks: count(sums.person_weeks),
    });
    Ok(Response::new(figures.unwrap_or_default()))
}

fn parse(who: &Caller, o: &str, request: &GetTeamFiguresRequest) -> Result<Asked, Error> {
    let mut violations = who.violations();
    if request.teams.is_empty() {
        violations.add("teams", "", Rule::Required);
    }
    violations.count("teams", request.teams.len(), MAX_TEAMS);
    let mut teams = Vec::new();
    for (i, team) in request.teams.iter().take(MAX_TEAMS).enumerate() {
        teams.extend(reference::<TeamName>(&mut violations, &format!("teams[{i}]"), o, team).map(|t| t.team));
    }
    let mut day = |field: &str, value: &str| violations.day(field, value).map_or(0, to_days);
    let frozen_on =
        (day("roster_start_day", &request.roster_start_day), day("roster_end_day", &request.roster_end_day));
    let days = (day("start_day", &request.start_day), day("end_day", &request.end_day));
    if violations.is_empty() && days.1 < days.0 {
        violations.add("end_day", &request.end_day, Rule::EndsBeforeStart);
    } else if violations.is_empty() && days.1 - days.0 >= MAX_DAYS {
        violations.add("end_day", days.1 - days.0 + 1, Rule::TooMany { max: MAX_DAYS.unsigned_abs().into() });
    }
    violations.check()?;
    Ok(Asked { teams, frozen_on, days })
}

/// The days are over and counted everywhere, and what is needed of them is still kept.
async fn must_be_counted(
    s: &Telemetry,
    name: &ApplicationName,
    tenant: i64,
    application: &Application,
    asked: &Asked,
) -> Result<(), Error> {
    let db = s.db.read();
    let now = kit::db::time::to_micros(s.clock.now());
    let closed = Closed::load(db, &name.organization, now).await?.everywhere();
    let counted = mark::latest(db, tenant, application.ordinal).await?;
    if counted.is_none_or(|day| day < asked.days.1) || closed < asked.days.1 {
        return Err(Reason::DaysNotCounted.because("the days are not counted everywhere yet"));
    }
    if asked.days.0 < first_raw_day(s.today()) {
        return Err(Reason::DaysNotCounted.because("the days are no longer kept one by one"));
    }
    Ok(())
}

fn write(sum: TeamSum) -> pb::TeamSum {
    pb::TeamSum {
        happened: sum.happened,
        possible: sum.possible,
        expected: sum.expected,
        days: count(sum.days),
    }
}
