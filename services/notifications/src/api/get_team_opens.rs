//! `GetTeamOpens`: how many of the messages about an application to some teams were opened, for the table of causes.

use jiff::{ToSpan, civil::Date};
use kit::{
    auth::Caller,
    contract::{len, reference},
    directory::{members_on, teams},
    error::Error,
    name::OrganizationName,
    privacy::FLOOR,
    violation::Rule,
};
use proto::notifications::v1::{GetTeamOpensRequest, TeamOpens};
use tonic::{Request, Response};

use super::{ApplicationName, TeamName};
use crate::{
    Notifications,
    store::{directory::Directory, notification},
};

/// The most teams of one question.
const MOST_TEAMS: usize = 500;
/// The longest time that is asked about.
const LONGEST_DAYS: i32 = 180;

pub(super) async fn get_team_opens(
    s: &Notifications,
    request: Request<GetTeamOpensRequest>,
) -> Result<Response<TeamOpens>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut v = who.violations();
    v.count("teams", request.teams.len(), MOST_TEAMS);
    let asked = request.teams.iter().take(MOST_TEAMS).enumerate();
    let asked: Vec<String> = asked
        .filter_map(|(i, team)| reference::<TeamName>(&mut v, &format!("teams[{i}]"), &o, team))
        .map(|name| name.team)
        .collect();
    let application = reference::<ApplicationName>(&mut v, "application", &o, &request.application);
    let first = v.day("first_day", &request.first_day).unwrap_or_default();
    let last = v.day("last_day", &request.last_day).unwrap_or_default();
    if last < first {
        v.add("last_day", last, Rule::EndsBeforeStart);
    } else if first.until(last).is_ok_and(|span| span.get_days() > LONGEST_DAYS) {
        let max = first.saturating_add(LONGEST_DAYS.days()).to_string();
        v.add("last_day", last, Rule::OutOfRange { min: first.to_string(), max });
    }
    v.check()?;
    let application = application.map(|name| name.application).unwrap_or_default();

    let db = s.db.read();
    let below = teams(db, &o).await?.subtree_of(asked.iter().map(String::as_str));
    let people = members_on(db, &o, &below, last).await?;
    let Some(directory) = Directory::load(db, &o).await? else {
        return Ok(Response::new(TeamOpens::default()));
    };
    let start = |day: Date| directory.start_of(day);
    let people: Vec<String> = people.into_iter().map(|p| p.id).collect();
    let until = start(last.saturating_sub(1.day()));
    let told = notification::opened_by(db, &o, &application, &people, start(first), until).await?;
    if told.len() < FLOOR as usize {
        return Ok(Response::new(TeamOpens::default()));
    }
    let (messages, opened) =
        told.values().fold((0, 0), |(messages, opened), (m, o)| (messages + m, opened + o));

    Ok(Response::new(TeamOpens { people: len(told.len()), messages: len(messages), opened: len(opened) }))
}
