//! The team tree.

use std::collections::{BTreeMap, BTreeSet};

use proto::identity::v1 as pb;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, QueryResult};
use serde::Deserialize;

use super::row::{execute, last_id, last_id_if_any, statement};
use crate::{
    db::{Asked, Together, Tx},
    error::Error,
};

/// A node of the team tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// The id.
    pub id: String,
    /// What people call it.
    pub display_name: String,
    /// The team above it; `None` at the top.
    pub parent: Option<String>,
    /// The teams above it, from the top down to `parent`.
    pub ancestors: Vec<String>,
    /// Whether it was dissolved. Its history stays.
    pub dissolved: bool,
}

/// All teams of an organization, dissolved ones too.
#[derive(Debug, Clone, Default)]
pub struct TeamTree {
    teams: BTreeMap<String, Team>,
    children: BTreeMap<String, BTreeSet<String>>,
}

impl TeamTree {
    /// The tree of these teams.
    pub fn new(teams: impl IntoIterator<Item = Team>) -> Self {
        let mut tree = Self::default();
        for team in teams {
            if let Some(parent) = &team.parent {
                tree.children.entry(parent.clone()).or_default().insert(team.id.clone());
            }
            tree.teams.insert(team.id.clone(), team);
        }
        tree
    }

    /// A team by its id.
    pub fn get(&self, id: &str) -> Option<&Team> {
        self.teams.get(id)
    }

    /// All teams, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Team> {
        self.teams.values()
    }

    /// The teams directly below one.
    pub fn children(&self, id: &str) -> impl Iterator<Item = &Team> {
        self.children.get(id).into_iter().flatten().filter_map(|id| self.teams.get(id))
    }

    /// A team and all teams below it; empty for one that does not exist. Cycles, which only events on their way can
    /// make, are cut.
    pub fn subtree(&self, id: &str) -> Vec<String> {
        self.subtree_of([id])
    }

    /// Some teams and all teams below them, each once.
    pub fn subtree_of<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&str> = ids.into_iter().collect();
        while let Some(id) = next.pop() {
            let Some(team) = self.teams.get(id) else { continue };
            if seen.insert(team.id.clone()) {
                next.extend(self.children.get(id).into_iter().flatten().map(String::as_str));
            }
        }
        seen.into_iter().collect()
    }

    /// Whether a team is another one or below it.
    pub fn is_within(&self, id: &str, above: &str) -> bool {
        id == above || self.get(id).is_some_and(|t| t.ancestors.iter().any(|a| a == above))
    }
}

/// A row, or the list of its columns in this order.
#[derive(FromQueryResult, Deserialize)]
struct Row {
    id: String,
    display_name: String,
    parent: Option<String>,
    ancestors: String,
    delete_time: Option<i64>,
}

impl FromQueryResult for Team {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Row::from_query_result(row, prefix).map(Self::from)
    }
}

impl From<Row> for Team {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            display_name: row.display_name,
            parent: row.parent,
            ancestors: row.ancestors.split('/').filter(|a| !a.is_empty()).map(str::to_owned).collect(),
            dissolved: row.delete_time.is_some(),
        }
    }
}

const TEAM: &str = "SELECT id, display_name, parent, ancestors, delete_time FROM directory_team \
                    WHERE organization = $1 AND id = $2";

/// The team with this id.
pub async fn team<C: ConnectionTrait>(db: &C, organization: &str, id: &str) -> Result<Option<Team>, Error> {
    let statement = statement(db, TEAM, vec![organization.into(), id.into()]);
    Ok(Team::find_by_statement(statement).one(db).await?)
}

/// Asks for the team with this id, beside others.
pub fn ask_team(together: &mut Together, organization: &str, id: &str) -> Asked<Team> {
    together.ask(TEAM, [organization.into(), id.into()])
}

/// The whole tree of an organization.
pub async fn teams<C: ConnectionTrait>(db: &C, organization: &str) -> Result<TeamTree, Error> {
    // All of them as one row: each row would be a way from thread to thread, which takes longer than to read the row.
    let (array, object) = match db.get_database_backend() {
        DbBackend::Sqlite => ("json_group_array", "json_array"),
        _ => ("json_agg", "json_build_array"),
    };
    let sql = format!(
        "SELECT CAST({array}({object}(id, display_name, parent, ancestors, delete_time)) AS TEXT) AS teams \
         FROM directory_team WHERE organization = $1"
    );
    let row = db.query_one_raw(statement(db, &sql, vec![organization.into()])).await?;
    let json: Option<String> = row.map(|r| r.try_get("", "teams")).transpose()?.flatten();
    let rows: Vec<Row> =
        json.map(|j| serde_json::from_str(&j)).transpose().map_err(Error::internal)?.unwrap_or_default();
    Ok(TeamTree::new(rows.into_iter().map(Team::from)))
}

pub(super) async fn put(tx: &Tx, organization: &str, pb: &pb::Team) -> Result<(), Error> {
    let sql = "INSERT INTO directory_team (organization, id, revision, display_name, parent, ancestors, delete_time) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (organization, id) DO UPDATE SET \
               revision = excluded.revision, display_name = excluded.display_name, parent = excluded.parent, \
               ancestors = excluded.ancestors, delete_time = excluded.delete_time \
               WHERE directory_team.revision < excluded.revision";
    let ancestors: Vec<&str> = pb.ancestors.iter().map(|a| last_id(a)).collect();
    let delete_time =
        pb.delete_time.map(|t| t.seconds.saturating_mul(1_000_000).saturating_add(i64::from(t.nanos / 1000)));
    let values = vec![
        organization.into(),
        last_id(&pb.name).into(),
        pb.revision.into(),
        pb.display_name.clone().into(),
        last_id_if_any(&pb.parent).into(),
        ancestors.join("/").into(),
        delete_time.into(),
    ];
    execute(tx, sql, values).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn team(id: &str, ancestors: &[&str]) -> Team {
        Team {
            id: id.into(),
            display_name: id.to_uppercase(),
            parent: ancestors.last().map(|p| (*p).to_owned()),
            ancestors: ancestors.iter().map(|a| (*a).to_owned()).collect(),
            dissolved: false,
        }
    }

    #[test]
    fn a_subtree_holds_the_team_and_everything_below() {
        let tree = TeamTree::new([
            team("a", &[]),
            team("b", &["a"]),
            team("c", &["a", "b"]),
            team("d", &["a"]),
            team("e", &[]),
        ]);
        assert_eq!(tree.subtree("a"), ["a", "b", "c", "d"]);
        assert_eq!(tree.subtree("c"), ["c"]);
        assert_eq!(tree.subtree_of(["b", "c", "e"]), ["b", "c", "e"]);
        assert!(tree.subtree("x").is_empty());
        assert!(tree.is_within("c", "a") && tree.is_within("c", "c") && !tree.is_within("a", "c"));
        assert_eq!(tree.children("a").map(|t| t.id.as_str()).collect::<Vec<_>>(), ["b", "d"]);
    }

    #[test]
    fn a_cycle_made_by_events_on_their_way_does_not_hang() {
        let tree = TeamTree::new([team("a", &["b"]), team("b", &["a"])]);
        assert_eq!(tree.subtree("a"), ["a", "b"]);
    }
}
