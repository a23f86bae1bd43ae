//! `GetChampionHome`: everything that waits for a champion, in one answer, of the caller and the caller's teams alone.

use kit::{auth::Caller, db::time::from_days, error::Error, name::OrganizationName};
use proto::champions::v1::{ChampionHome, GetChampionHomeRequest, HomeTeam};
use tonic::{Request, Response};

use super::adoption;
use crate::{
    Champions,
    api::{
        champions::view as champions, check_ins::view as check_ins, convert::team, help::view as help,
        visits::request_visit,
    },
    error::{Reason, Refuse},
    store::{self, home::Home, people::CoveredTeam},
};

/// Teams of one home at most.
const TEAMS: usize = 200;
/// Of everything else at most.
const MOST: u64 = 50;

pub(super) async fn get_champion_home(
    s: &Champions,
    request: Request<GetChampionHomeRequest>,
) -> Result<Response<ChampionHome>, Error> {
    let who = Caller::of(&request)?;
    let o = who.parse::<OrganizationName>("parent", &request.get_ref().parent)?.organization;
    let (db, me) = (s.db.read(), who.person()?);

    let mut covered = store::people::covered(db, &o, me, TEAMS as u64 + 1).await?;
    if covered.is_empty() {
        return Err(Reason::NotAChampion.refuse("the caller covers no team"));
    }
    let more_teams = covered.len() > TEAMS;
    covered.truncate(TEAMS);
    let (home, known) =
        tokio::join!(store::home::read(db, &o, me, &covered, MOST), adoption::ask(s, &o, &covered));
    let Home { terms, visits, help: asked, follow_ups, names } = home?;
    let mut home = ChampionHome {
        terms: champions::with_names(&o, &terms, &names),
        teams: covered.iter().map(|t| home_team(&o, t)).collect(),
        more_teams,
        visits: visits.iter().map(|v| request_visit::write(&o, v, &names.teams)).collect(),
        help: help::with_names(&o, &asked, &names),
        follow_ups: follow_ups.iter().map(|c| check_ins::own(&o, c, &names.teams)).collect(),
        ..ChampionHome::default()
    };
    if let Some(known) = known {
        known.fill(&mut home);
    }

    Ok(Response::new(home))
}

fn home_team(o: &str, covered: &CoveredTeam) -> HomeTeam {
    HomeTeam {
        team: team(o, &covered.team),
        team_display_name: covered.display_name.clone(),
        people: covered.people,
        last_check_in_day: covered.last_day.map(|d| from_days(d).to_string()).unwrap_or_default(),
        adoption: Vec::new(),
    }
}
