//! All that waits for a champion, read together: rows of the champion and of the champion's teams. To have the requests for help
//! in their order, SQLite goes through those of the whole organization.

use kit::{
    db::{Asked, Together},
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select};

use super::{
    champion, check_in,
    entity::{champion as champion_row, champion_team, programme},
    help,
    people::{self, CoveredTeam, Named, Names},
    text,
    visit::{self, Which},
};
use crate::domain::{champion::Champion, check_in::CheckIn, help::ForwardedHelp, visit::Visit};

/// What waits for a champion.
#[derive(Debug)]
pub(crate) struct Home {
    /// The champion's terms, ended ones too, oldest first.
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

/// Reads at most so many of everything, for whoever covers these teams.
pub(crate) async fn read<C: ConnectionTrait>(
    db: &C,
    o: &str,
    me: &str,
    covered: &[CoveredTeam],
    most: u64,
) -> Result<Home, Error> {
    let mut ask = Together::new(db);
    let terms = ask.select(&champion::terms_of(o, me));
    let term_teams = ask.select(&teams_of_terms(o, me));
    let titles = ask.select(&programmes_of_terms(o, me));
    let open = Which { covered_by: Some(me), made: Some(false), ..Which::default() };
    let visits = ask.select(&visit::listed(o, open, None, most));
    let asked_for = ask.select(&help::listed(o, me, false, None, most));
    let follow_ups = ask.select(&check_in::waiting(o, me, most));
    // With CROSS JOIN, SQLite begins with the rows of the person; it has no statistics to find that out by itself.
    let team_names: Asked<Named> = ask.ask(
        "SELECT id, display_name FROM directory_team WHERE organization = $1 AND id IN (SELECT t.team \
         FROM champion c CROSS JOIN champion_team t WHERE c.organization = $1 AND c.person = $2 \
         AND t.organization = c.organization AND t.champion = c.id)",
        [o.into(), me.into()],
    );
    let person_names: Asked<Named> = ask.ask(
        "SELECT id, display_name FROM directory_person WHERE organization = $1 AND id IN (SELECT CAST($2 AS TEXT) \
         UNION SELECT h.person FROM covered_team c CROSS JOIN forwarded_help h WHERE c.organization = $1 \
         AND c.person = $2 AND h.organization = c.organization AND h.team = c.team AND h.answer_time IS NULL)",
        [o.into(), me.into()],
    );

    let mut answers = ask.read(db).await?;
    let mut terms = champion::with_teams(answers.take(terms)?, answers.take(term_teams)?)?;
    terms.sort_by(|a, b| a.id.cmp(&b.id));
    let mut names = Names {
        people: people::by_id(answers.take(person_names)?),
        teams: people::by_id(answers.take(team_names)?),
        ..Names::default()
    };
    names.teams.extend(covered.iter().map(|t| (t.team.clone(), t.display_name.clone())));
    for row in answers.take(titles)? {
        names.titles.insert(row.id, text(&row.title)?);
    }
    Ok(Home {
        terms,
        visits: answers.take(visits)?.into_iter().map(visit::read).collect::<Result<_, _>>()?,
        help: answers.take(asked_for)?.into_iter().map(help::read).collect::<Result<_, _>>()?,
        follow_ups: answers.take(follow_ups)?.into_iter().map(check_in::read).collect(),
        names,
    })
}

fn teams_of_terms(o: &str, me: &str) -> Select<champion_team::Entity> {
    let terms = champion::terms_of(o, me).select_only().column(champion_row::Column::Id).into_query();
    champion_team::Entity::find()
        .filter(champion_team::Column::Organization.eq(o))
        .filter(champion_team::Column::Champion.in_subquery(terms))
}

fn programmes_of_terms(o: &str, me: &str) -> Select<programme::Entity> {
    let terms = champion::terms_of(o, me).select_only().column(champion_row::Column::Programme).into_query();
    programme::Entity::find()
        .filter(programme::Column::Organization.eq(o))
        .filter(programme::Column::Id.in_subquery(terms))
}
