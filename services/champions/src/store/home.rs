//! All that waits for a champion, read together: rows of the champion and of the champion's teams, each with what its people
//! and teams are called.

use std::collections::BTreeMap;

use kit::{
    db::{Together, sql::number},
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    champion, check_in,
    entity::{champion as champion_row, champion_team, forwarded_help},
    help,
    people::{CoveredTeam, Names},
    text,
    visit::{self, Which},
};
use crate::domain::{champion::Champion, check_in::CheckIn, help::ForwardedHelp, visit::Visit};

/// What waits for a champion.
#[derive(Debug)]
pub(crate) struct Home {
    /// The champion's terms that have not ended, oldest first.
    pub(crate) terms: Vec<Champion>,
    /// Visits that are asked for.
    pub(crate) visits: Vec<Visit>,
    /// Requests for help that nobody answered.
    pub(crate) help: Vec<ForwardedHelp>,
    /// Follow-ups that wait.
    pub(crate) follow_ups: Vec<CheckIn>,
    /// What all of them speak of is called.
    pub(crate) names: Names,
}

/// A term with one of its teams.
#[derive(FromQueryResult)]
struct TermOfTeam {
    #[sea_orm(nested)]
    term: champion_row::Model,
    title: Option<String>,
    called: Option<String>,
    team: Option<String>,
    team_called: Option<String>,
}

/// As many rows of a term as it has teams, one without any; in no order: with one, SQLite goes through all champions.
const TERMS: &str = "SELECT c.*, p.title AS title, n.display_name AS called, t.team AS team, \
     d.display_name AS team_called FROM champion c \
     LEFT JOIN programme p ON p.organization = c.organization AND p.id = c.programme \
     LEFT JOIN directory_person n ON n.organization = c.organization AND n.id = c.person \
     LEFT JOIN champion_team t ON t.organization = c.organization AND t.champion = c.id \
     LEFT JOIN directory_team d ON d.organization = t.organization AND d.id = t.team \
     WHERE c.organization = $1 AND c.person = $2 AND c.state = $3";

/// A request for help with who asked.
#[derive(FromQueryResult)]
struct HelpOf {
    #[sea_orm(nested)]
    help: forwarded_help::Model,
    called: Option<String>,
}

/// With CROSS JOIN, SQLite begins with the teams of the person; it has no statistics to find that out by itself.
const HELP: &str = "SELECT h.*, p.display_name AS called FROM covered_team c \
     CROSS JOIN forwarded_help h LEFT JOIN directory_person p ON p.organization = h.organization AND p.id = h.person \
     WHERE c.organization = $1 AND c.person = $2 AND h.organization = c.organization AND h.team = c.team \
     AND h.answer_time IS NULL ORDER BY h.id LIMIT $3";

/// Reads at most so many of everything, for whoever covers these teams.
pub(crate) async fn read<C: ConnectionTrait>(
    db: &C,
    o: &str,
    me: &str,
    covered: &[CoveredTeam],
    most: u64,
) -> Result<Home, Error> {
    let mut ask = Together::new(db);
    let terms = ask.ask::<TermOfTeam>(TERMS, [o.into(), me.into(), champion::ACTIVE.into()]);
    let open = Which { covered_by: Some(me), made: Some(false), ..Which::default() };
    let visits = ask.select(&visit::listed(o, open, None, most));
    let help = ask.ask::<HelpOf>(HELP, [o.into(), me.into(), number(most)]);
    let follow_ups = ask.select(&check_in::waiting(o, me, most));

    let mut answers = ask.read(db).await?;
    let mut names = Names::default();
    names.teams.extend(covered.iter().map(|t| (t.team.clone(), t.display_name.clone())));
    let terms = terms_of(answers.take(terms)?, &mut names)?;
    let mut asked = Vec::new();
    for HelpOf { help: row, called } in answers.take(help)? {
        names.people.extend(called.map(|name| (row.person.clone(), name)));
        asked.push(help::read(row)?);
    }
    Ok(Home {
        terms,
        visits: answers.take(visits)?.into_iter().map(visit::read).collect::<Result<_, _>>()?,
        help: asked,
        follow_ups: answers.take(follow_ups)?.into_iter().map(check_in::read).collect(),
        names,
    })
}

/// The terms of these rows, and what they speak of.
fn terms_of(rows: Vec<TermOfTeam>, names: &mut Names) -> Result<Vec<Champion>, Error> {
    let (mut terms, mut covered) = (BTreeMap::new(), Vec::new());
    for row in rows {
        if let Some(title) = row.title {
            names.titles.insert(row.term.programme.clone(), text(&title)?);
        }
        names.people.extend(row.called.map(|name| (row.term.person.clone(), name)));
        if let Some(team) = row.team {
            names.teams.extend(row.team_called.map(|name| (team.clone(), name)));
            let (organization, champion) = (row.term.organization.clone(), row.term.id.clone());
            covered.push(champion_team::Model { organization, champion, team });
        }
        terms.insert(row.term.id.clone(), row.term);
    }
    champion::with_teams(terms.into_values().collect(), covered)
}
