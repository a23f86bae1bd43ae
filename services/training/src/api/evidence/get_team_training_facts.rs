//! `GetTeamTrainingFacts`: what is known of the training of a team for an application.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};
use kit::{
    auth::Caller,
    directory::{self, Person},
    error::Error,
};
use proto::training::v1::{GetTeamTrainingFactsRequest, TeamTrainingFacts};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::{count, len, reference, reference_if_any},
    domain::facts::{self, Evidence, Invitation, WINDOW_DAYS},
    names::{ApplicationName, PositionName, TeamName},
    store::{self, ConnectionTrait, calendars::Calendars, curriculum::Filter},
};

pub(super) async fn get_team_training_facts(
    s: &Training,
    request: Request<GetTeamTrainingFactsRequest>,
) -> Result<Response<TeamTrainingFacts>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: TeamName = who.parse("team", &request.team)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let application: Option<ApplicationName> =
        reference(&mut violations, "application", o, &request.application);
    let position: Option<PositionName> = reference_if_any(&mut violations, "position", o, &request.position);
    let day = violations.optional_day("day", &request.day);
    violations.check()?;

    let db = s.db.read();
    let calendars = Calendars::load(db, o).await?;
    let day = day.unwrap_or_else(|| calendars.today(None, s.clock.now()));
    let position = position.map(|p| p.position);
    let sides = sides(db, o, &name.team, position.as_deref(), day).await?;
    let application = application.map(|a| a.application).unwrap_or_default();
    let courses = courses_for(db, o, &application, &sides.positions).await?;
    let trained = store::completion::people_of(db, o, &courses, day).await?;
    let of_person = |id: &str| sides.team.iter().find(|p| p.id == id);
    let invitations = store::enrollment::in_courses(db, o, &courses).await?;
    let from = calendars.of(None).start_of(day.checked_sub((WINDOW_DAYS - 1).days()).unwrap_or(day));
    let to = calendars.of(None).end_of(day);
    let evidence = Evidence {
        people: sides.team.iter().map(|p| p.id.clone()).collect(),
        peers: sides.peers,
        trained,
        invitations: invitations
            .into_iter()
            .map(|e| Invitation {
                started: e.start_time.map(|t| calendars.today(of_person(&e.person), t)),
                given: e.given_day,
                person: e.person,
            })
            .collect(),
        help: store::help::people_who_asked(db, o, &courses, from, to).await?,
    };
    let facts = facts::facts(&evidence, day);

    Ok(Response::new(TeamTrainingFacts {
        people: count(facts.people),
        courses: len(courses.len()),
        trained: count(facts.trained),
        invited: count(facts.invited),
        enrolled: count(facts.enrolled),
        help_requests: count(facts.help_requests),
        peer_people: count(facts.peer_people),
        peer_help_requests: count(facts.peer_help_requests),
    }))
}

/// The people of a team, and those of the same positions elsewhere.
struct Sides {
    team: Vec<Person>,
    peers: BTreeSet<String>,
    positions: BTreeSet<String>,
}

async fn sides<C: ConnectionTrait>(
    db: &C,
    o: &str,
    team: &str,
    position: Option<&str>,
    day: Date,
) -> Result<Sides, Error> {
    let teams: BTreeSet<String> = directory::teams(db, o).await?.subtree(team).into_iter().collect();
    if teams.is_empty() {
        return Err(Error::not_found(TeamName::new(o, team)));
    }
    let mut sides = Sides { team: Vec::new(), peers: BTreeSet::new(), positions: BTreeSet::new() };
    let mut elsewhere = Vec::new();
    for person in directory::everybody(db, o).await? {
        let Some(membership) = person.membership_on(day) else { continue };
        if position.is_some_and(|p| p != membership.position) {
            continue;
        }
        if teams.contains(&membership.team) {
            sides.positions.insert(membership.position.clone());
            sides.team.push(person);
        } else {
            elsewhere.push((membership.position.clone(), person.id.clone()));
        }
    }
    sides.peers =
        elsewhere.into_iter().filter(|(p, _)| sides.positions.contains(p)).map(|(_, id)| id).collect();
    Ok(sides)
}

/// The courses that teach an application to people of these positions: those of their curricula, else all.
async fn courses_for<C: ConnectionTrait>(
    db: &C,
    o: &str,
    application: &str,
    positions: &BTreeSet<String>,
) -> Result<Vec<String>, Error> {
    let all: Vec<String> =
        store::course::teaching(db, o, application).await?.into_iter().map(|c| c.id).collect();
    let mut own = BTreeSet::new();
    for position in positions {
        let filter = Filter { position: Some(position.clone()), ..Filter::default() };
        for curriculum in store::curriculum::list(db, o, &filter, None, None).await? {
            own.extend(curriculum.steps.into_iter().map(|s| s.course));
        }
    }
    let meant: Vec<String> = all.iter().filter(|c| own.contains(*c)).cloned().collect();
    Ok(if meant.is_empty() { all } else { meant })
}
