//! What other services are asked: sums about frozen rosters, and which teams were flagged. Nobody is named in any of it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kit::error::Error;
use proto::{
    adoption::v1::{ListTeamFlagsRequest, team_flag_service_client::TeamFlagServiceClient},
    telemetry::v1::{
        GetTeamFiguresRequest, TeamFigures, TeamSum, team_figure_service_client::TeamFigureServiceClient,
    },
    training::v1::{GetTeamCompletionRequest, team_completion_service_client::TeamCompletionServiceClient},
};
use tonic::{Code, Status};

use crate::{
    Incentives,
    domain::{
        roster::Frozen,
        sums::{Done, Sum, Sums},
    },
    error::{Reason, Refuse},
    names::{ApplicationName, CourseName, TeamName},
};

const CALLER: &str = "incentives";

/// Whether a neighbour may answer another time.
fn not_ready(status: &Status) -> bool {
    let passing = [
        Code::Unavailable,
        Code::DeadlineExceeded,
        Code::ResourceExhausted,
        Code::Cancelled,
        Code::FailedPrecondition,
        Code::Internal,
        Code::Unknown,
    ];
    passing.contains(&status.code())
}

fn refused(status: Status) -> Error {
    if not_ready(&status) {
        Reason::FiguresNotReady.refuse(format!("the figures cannot be had: {}", status.message()))
    } else {
        Error::Upstream(Box::new(status))
    }
}

/// The sums of a roster over some days. What telemetry does not say, because it would be about fewer than five people, is
/// nothing.
pub(crate) async fn figures(
    s: &Incentives,
    organization: &str,
    application: &str,
    teams: &[String],
    frozen: &Frozen,
    days: (Date, Date),
) -> Result<Sums, Error> {
    let request = GetTeamFiguresRequest {
        application: ApplicationName::new(organization, application).to_string(),
        teams: names(organization, teams),
        roster_start_day: frozen.baseline_start.to_string(),
        roster_end_day: frozen.roster_end.to_string(),
        start_day: days.0.to_string(),
        end_day: days.1.to_string(),
    };
    let mut client = TeamFigureServiceClient::new(s.transport.as_service(CALLER, organization));
    match client.get_team_figures(request).await {
        Ok(answer) => Ok(sums(&answer.into_inner())),
        // An application or a team that telemetry does not have has no figures.
        Err(status) if status.code() == Code::NotFound => Ok(Sums::default()),
        Err(status) => Err(refused(status)),
    }
}

fn sums(answer: &TeamFigures) -> Sums {
    let count = |n: i32| u32::try_from(n).unwrap_or(0);
    let sum = |sum: Option<TeamSum>| {
        let sum = sum.unwrap_or_default();
        Sum {
            happened: sum.happened,
            possible: sum.possible,
            expected: sum.expected,
            days: f64::from(sum.days),
        }
    };
    Sums {
        people: count(answer.people.unwrap_or(0)),
        person_weeks_active: count(answer.person_weeks_active),
        person_weeks: count(answer.person_weeks),
        usage: sum(answer.r#use),
        breadth: sum(answer.breadth),
        errors: sum(answer.errors),
        ..Sums::default()
    }
}

/// How many of a roster have completed all of the courses on a day; `None` for fewer than five people.
pub(crate) async fn completion(
    s: &Incentives,
    organization: &str,
    courses: &[String],
    teams: &[String],
    frozen: &Frozen,
    day: Date,
) -> Result<Option<Done>, Error> {
    let request = GetTeamCompletionRequest {
        parent: format!("organizations/{organization}"),
        teams: names(organization, teams),
        courses: courses.iter().map(|c| CourseName::new(organization, c).to_string()).collect(),
        roster_start_day: frozen.baseline_start.to_string(),
        roster_end_day: frozen.roster_end.to_string(),
        day: day.to_string(),
    };
    let mut client = TeamCompletionServiceClient::new(s.transport.as_service(CALLER, organization));
    let answer = client.get_team_completion(request).await.map_err(refused)?.into_inner();
    let count = |n: i32| u32::try_from(n).unwrap_or(0);
    Ok(answer.people.zip(answer.completed).map(|(p, d)| Done { people: count(p), done: count(d) }))
}

/// A team that was flagged: whether the flag is open, and the last day on which it was, or help began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Flagged {
    pub(crate) open: bool,
    pub(crate) last_day: Date,
}

/// Of these teams, those that were flagged, or helped because of a flag, on a day or later.
pub(crate) async fn flagged(
    s: &Incentives,
    organization: &str,
    application: &str,
    teams: &[String],
    since: Date,
) -> Result<BTreeMap<String, Flagged>, Error> {
    let request = ListTeamFlagsRequest {
        parent: format!("organizations/{organization}"),
        application: ApplicationName::new(organization, application).to_string(),
        teams: names(organization, teams),
        since_day: since.to_string(),
    };
    let mut client = TeamFlagServiceClient::new(s.transport.as_service(CALLER, organization));
    let answer = client.list_team_flags(request).await.map_err(refused)?.into_inner();
    let read = |flagged: proto::adoption::v1::TeamFlagged| {
        let team = flagged.team.parse::<TeamName>().ok()?.team;
        Some((team, Flagged { open: flagged.open, last_day: flagged.last_day.parse().ok()? }))
    };
    Ok(answer.teams.into_iter().filter_map(read).collect())
}

fn names(organization: &str, teams: &[String]) -> Vec<String> {
    teams.iter().map(|t| TeamName::new(organization, t).to_string()).collect()
}
