//! What people and teams are called, and who covers what: read from few rows, however large the organization.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kit::{
    db::sql::{self, Query, placeholders},
    error::Error,
    localize::Text,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// What people, teams and programmes are called, by id.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) people: HashMap<String, String>,
    pub(crate) teams: HashMap<String, String>,
    pub(crate) titles: HashMap<String, Text>,
}

/// How many ids one statement takes.
const CHUNK: usize = 500;

/// Ids, each once.
pub(crate) fn ids<'a>(ids: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let ids: BTreeSet<&String> = ids.into_iter().collect();
    ids.into_iter().cloned().collect()
}

/// What teams are called.
pub(crate) async fn team_names<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: Vec<String>,
) -> Result<HashMap<String, String>, Error> {
    names(db, "directory_team", organization, ids).await
}

/// What people are called.
pub(crate) async fn person_names<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: Vec<String>,
) -> Result<HashMap<String, String>, Error> {
    names(db, "directory_person", organization, ids).await
}

async fn names<C: ConnectionTrait>(
    db: &C,
    table: &str,
    organization: &str,
    ids: Vec<String>,
) -> Result<HashMap<String, String>, Error> {
    #[derive(FromQueryResult)]
    struct Named {
        id: String,
        display_name: String,
    }
    let mut all = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        let mut query =
            Query::new(format!("SELECT id, display_name FROM {table} WHERE organization = $1"), organization);
        query.list(" AND id IN (", chunk.iter().map(String::as_str), ")");
        let rows: Vec<Named> = query.page(db, "id", CHUNK as u64).await?;
        all.extend(rows.into_iter().map(|r| (r.id, r.display_name)));
    }
    Ok(all)
}

/// Whether a person covers a team.
pub(crate) async fn covers<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    team: &str,
) -> Result<bool, Error> {
    let statement = "SELECT count(*) FROM covered_team WHERE organization = $1 AND person = $2 AND team = $3";
    Ok(sql::count(db, statement, [organization.into(), person.into(), team.into()]).await? > 0)
}

/// Whether a person covers any team.
pub(crate) async fn is_champion<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
) -> Result<bool, Error> {
    let statement =
        "SELECT count(*) FROM (SELECT 1 FROM covered_team WHERE organization = $1 AND person = $2 LIMIT 1) x";
    Ok(sql::count(db, statement, [organization.into(), person.into()]).await? > 0)
}

/// Who covers a team.
pub(crate) async fn champions_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    team: &str,
) -> Result<Vec<String>, Error> {
    #[derive(FromQueryResult)]
    struct Row {
        person: String,
    }
    let statement = "SELECT person FROM covered_team WHERE organization = $1 AND team = $2 ORDER BY person";
    let rows: Vec<Row> = sql::all(db, statement, [organization.into(), team.into()]).await?;
    Ok(rows.into_iter().map(|r| r.person).collect())
}

/// A team that somebody covers.
#[derive(Debug, Clone, PartialEq, FromQueryResult)]
pub(crate) struct CoveredTeam {
    /// The id.
    pub(crate) team: String,
    /// What it is called.
    pub(crate) display_name: String,
    /// Its own members, as counted last.
    pub(crate) people: i32,
    /// The day of the last check-in of anybody.
    pub(crate) last_day: Option<i32>,
}

const COVERED: &str = "SELECT c.team AS team, t.display_name AS display_name, \
     COALESCE((SELECT v.people FROM team_coverage v WHERE v.organization = c.organization AND v.team = c.team), 0) \
     AS people, (SELECT max(i.day) FROM check_in i WHERE i.organization = c.organization AND i.team = c.team) \
     AS last_day FROM covered_team c JOIN directory_team t ON t.organization = c.organization AND t.id = c.team \
     WHERE c.organization = $1 AND c.person = $2 AND t.delete_time IS NULL ORDER BY t.display_name, c.team LIMIT $3";

/// The teams that a person covers, by name, at most so many.
pub(crate) async fn covered<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    limit: u64,
) -> Result<Vec<CoveredTeam>, Error> {
    sql::all(db, COVERED, [organization.into(), person.into(), sql::number(limit)]).await
}

/// Replaces what one person covers.
pub(crate) async fn replace_covered<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    teams: &BTreeSet<String>,
) -> Result<(), Error> {
    let delete = "DELETE FROM covered_team WHERE organization = $1 AND person = $2";
    sql::execute(db, delete, [organization.into(), person.into()]).await?;
    let rows = teams.iter().map(|t| vec![organization.into(), person.into(), t.clone().into()]).collect();
    sql::insert(db, "covered_team (organization, person, team)", rows, "ON CONFLICT DO NOTHING").await?;
    Ok(())
}

/// What everybody covers, by person.
pub(crate) async fn all_covered<C: ConnectionTrait>(
    db: &C,
    organization: &str,
) -> Result<BTreeMap<String, BTreeSet<String>>, Error> {
    #[derive(FromQueryResult)]
    struct Row {
        person: String,
        team: String,
    }
    let statement = "SELECT person, team FROM covered_team WHERE organization = $1";
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in sql::all::<Row, C>(db, statement, [organization.into()]).await? {
        all.entry(row.person).or_default().insert(row.team);
    }
    Ok(all)
}

/// The teams for which people hold the role CHAMPION, by person.
pub(crate) async fn champion_roles<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: Option<&str>,
) -> Result<BTreeMap<String, BTreeSet<String>>, Error> {
    #[derive(FromQueryResult)]
    struct Row {
        person: String,
        team: String,
    }
    let role = proto::access::v1::Role::Champion as i32;
    let mut values = vec![organization.into(), role.into()];
    let mut statement =
        "SELECT person, team FROM directory_role WHERE organization = $1 AND role = $2 AND team <> ''"
            .to_owned();
    if let Some(person) = person {
        statement.push_str(" AND person = $3");
        values.push(person.into());
    }
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in sql::all::<Row, C>(db, statement, values).await? {
        all.entry(row.person).or_default().insert(row.team);
    }
    Ok(all)
}

/// How many members each team itself has on a day.
pub(crate) async fn team_sizes<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    day: i32,
) -> Result<BTreeMap<String, u32>, Error> {
    #[derive(FromQueryResult)]
    struct Row {
        team: String,
        people: i64,
    }
    let statement = "SELECT m.team AS team, count(*) AS people FROM directory_membership m \
                     JOIN directory_person p ON p.organization = m.organization AND p.id = m.person \
                     WHERE m.organization = $1 AND m.start_day <= $2 AND (m.end_day IS NULL OR m.end_day >= $2) \
                     AND p.start_day <= $2 AND (p.end_day IS NULL OR p.end_day >= $2) GROUP BY m.team";
    let rows: Vec<Row> = sql::all(db, statement, [organization.into(), day.into()]).await?;
    Ok(rows.into_iter().map(|r| (r.team, u32::try_from(r.people).unwrap_or(u32::MAX))).collect())
}

/// Which of these teams exist and were not dissolved.
pub(crate) async fn living_teams<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: &[String],
) -> Result<BTreeSet<String>, Error> {
    #[derive(FromQueryResult)]
    struct Row {
        id: String,
    }
    let mut all = BTreeSet::new();
    for chunk in ids.chunks(CHUNK) {
        let statement = format!(
            "SELECT id FROM directory_team WHERE organization = $1 AND delete_time IS NULL AND id IN ({})",
            placeholders(2, chunk.len())
        );
        let mut values = vec![organization.into()];
        values.extend(chunk.iter().map(|id| id.clone().into()));
        all.extend(sql::all::<Row, C>(db, statement, values).await?.into_iter().map(|r| r.id));
    }
    Ok(all)
}
