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
    let of_person = |id: &str| sides.team.iter().find(|p| p.id == id);
    let people: Vec<String> = sides.team.iter().map(|p| p.id.clone()).collect();
    let from = calendars.of(None).start_of(day.checked_sub((WINDOW_DAYS - 1).days()).unwrap_or(day));
    let to = calendars.of(None).end_of(day);
    let help = store::help::people_who_asked(db, o, &courses, from, to).await?;
    let evidence = Evidence {
        trained: store::completion::people_of(db, o, &courses, &people, day).await?,
        invitations: store::enrollment::in_courses(db, o, &courses, &people)
            .await?
            .into_iter()
            .map(|e| Invitation {
                started: e.start_time.map(|t| calendars.today(of_person(&e.person), t)),
                given: e.given_day,
                person: e.person,
            })
            .collect(),
        people: people.into_iter().collect(),
        peers: sides.peers,
        peers_who_asked: sides.peers_among(db, o, &help, day).await?,
        help,
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
    positions: BTreeSet<String>,
    /// How many people hold these positions elsewhere.
    peers: u32,
}

impl Sides {
    /// Who of these people holds one of the positions elsewhere.
    async fn peers_among<C: ConnectionTrait>(
        &self,
        db: &C,
        o: &str,
        ids: &[String],
        day: Date,
    ) -> Result<BTreeSet<String>, Error> {
        let mut people = directory::people(db, o, ids).await?;
        people.retain(|p| p.membership_on(day).is_some_and(|m| self.positions.contains(&m.position)));
        let peers = people.into_iter().filter(|p| self.team.iter().all(|own| own.id != p.id));
        Ok(peers.map(|p| p.id).collect())
    }
}

async fn sides<C: ConnectionTrait>(
    db: &C,
    o: &str,
    team: &str,
    position: Option<&str>,
    day: Date,
) -> Result<Sides, Error> {
    let teams = directory::teams(db, o).await?.subtree(team);
    if teams.is_empty() {
        return Err(Error::not_found(TeamName::new(o, team)));
    }
    let mut team = directory::members_on(db, o, &teams, day).await?;
    let held = |p: &Person| p.membership_on(day).map(|m| m.position.clone());
    team.retain(|p| position.is_none_or(|asked| held(p).is_some_and(|own| own == asked)));
    let positions: BTreeSet<String> = team.iter().filter_map(held).collect();
    let all: Vec<String> = positions.iter().cloned().collect();
    let everywhere = directory::count_in_positions(db, o, &all, day).await?;
    let peers = u32::try_from(everywhere).unwrap_or(u32::MAX).saturating_sub(len(team.len()).unsigned_abs());
    Ok(Sides { team, positions, peers })
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
