//! `GetTeamVoices`: what people of some teams said.

use std::collections::HashSet;

use jiff::civil::Date;
use kit::{
    auth::Caller,
    contract::{count, reference},
    directory,
    error::Error,
    name::OrganizationName,
    violation::{Rule, Violations},
};
use proto::feedback::v1::{GetTeamVoicesRequest, TeamVoices, ToneCount, TopicTones};
use tonic::{Request, Response};

use super::pulses;
use crate::{
    Feedback,
    domain::{
        proposal::Topic,
        tones::{self, Tones, Voice},
    },
    names::{ApplicationName, PositionName, TeamName},
    store::{self, ConnectionTrait},
};

/// How many teams and positions one call names.
const MOST: usize = 500;
/// How many days one call asks for.
const LONGEST: i32 = 400;

pub(super) async fn get_team_voices(
    s: &Feedback,
    request: Request<GetTeamVoicesRequest>,
) -> Result<Response<TeamVoices>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let asked = read(&mut violations, &o, &request);
    violations.check()?;
    let asked = asked.ok_or_else(|| Error::internal("a request without violations is incomplete"))?;

    let db = s.db.read();
    let tree = directory::teams(db, &o).await?;
    let teams = tree.subtree_of(asked.teams.iter().map(String::as_str));
    let days = (asked.first, asked.last);
    let mut voices = store::proposal_find::voices(db, &o, &asked.application, &teams, days).await?;
    if !asked.positions.is_empty() {
        let held = of_positions(db, &o, &voices, &asked).await?;
        voices.retain(|v| held.contains(&v.person));
    }
    let told = tones::count(&voices);
    let pulses = pulses::of_teams(db, &o, &tree, &asked.teams, &asked.application, days).await?;

    Ok(Response::new(TeamVoices {
        tones: told.all.map(write),
        topics: told
            .topics
            .into_iter()
            .map(|(topic, tones)| TopicTones {
                topic: topic.map(Topic::number).unwrap_or_default(),
                tones: Some(write(tones)),
            })
            .collect(),
        pulses,
    }))
}

/// What is asked.
struct Asked {
    teams: Vec<String>,
    positions: Vec<String>,
    application: String,
    first: Date,
    last: Date,
}

fn read(violations: &mut Violations, o: &str, request: &GetTeamVoicesRequest) -> Option<Asked> {
    if request.teams.is_empty() {
        violations.add("teams", "", Rule::Required);
    }
    violations.count("teams", request.teams.len(), MOST);
    violations.count("positions", request.positions.len(), MOST);
    let teams = request.teams.iter().take(MOST).enumerate();
    let teams: Vec<String> = teams
        .filter_map(|(i, t)| reference::<TeamName>(violations, &format!("teams[{i}]"), o, t))
        .map(|t| t.team)
        .collect();
    let positions = request.positions.iter().take(MOST).enumerate();
    let positions: Vec<String> = positions
        .filter_map(|(i, p)| reference::<PositionName>(violations, &format!("positions[{i}]"), o, p))
        .map(|p| p.position)
        .collect();
    let application = reference::<ApplicationName>(violations, "application", o, &request.application);
    let first = violations.day("first_day", &request.first_day);
    let last = violations.day("last_day", &request.last_day);
    let (application, first, last) = (application?.application, first?, last?);
    if last < first {
        violations.add("last_day", last, Rule::EndsBeforeStart);
    } else if last.since((jiff::Unit::Day, first)).map_or(i32::MAX, |span| span.get_days()) > LONGEST {
        violations.add("last_day", last, Rule::OutOfRange { min: "0".into(), max: LONGEST.to_string() });
    }
    Some(Asked { teams, positions, application, first, last })
}

/// Of those who spoke, the ones who held one of the positions on the last day.
async fn of_positions<C: ConnectionTrait>(
    db: &C,
    o: &str,
    voices: &[Voice],
    asked: &Asked,
) -> Result<HashSet<String>, Error> {
    let mut ids: Vec<String> = voices.iter().map(|v| v.person.clone()).collect();
    ids.sort();
    ids.dedup();
    let people = directory::people(db, o, &ids).await?;
    let holds = |p: &directory::Person| {
        p.membership_on(asked.last).is_some_and(|m| asked.positions.contains(&m.position))
    };
    Ok(people.into_iter().filter(holds).map(|p| p.id).collect())
}

fn write(tones: Tones) -> ToneCount {
    ToneCount {
        people: count(tones.people),
        positive: count(tones.positive),
        neutral: count(tones.neutral),
        negative: count(tones.negative),
    }
}
