//! The team tree.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use kit::text::normalize;

/// How many levels the tree has at most.
pub const DEPTH: usize = 12;
/// How many teams an organization has at most.
pub const TEAMS: usize = 20_000;

/// A node of the team tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// The id.
    pub id: String,
    /// What people call it.
    pub display_name: String,
    /// The team above it; `None` at the top.
    pub parent: Option<String>,
    /// Grows with each change.
    pub revision: i64,
    /// When it was created.
    pub create_time: Timestamp,
    /// When it was dissolved.
    pub delete_time: Option<Timestamp>,
}

/// Why a team cannot be where somebody wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced {
    /// There is no such parent, or it is dissolved.
    NoParent,
    /// It would be below itself.
    Cycle,
    /// The tree would be more than [`DEPTH`] levels deep.
    TooDeep,
    /// A sibling has the same name.
    NameTaken,
}

/// All teams of an organization.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    teams: BTreeMap<String, Team>,
    children: BTreeMap<Option<String>, BTreeSet<String>>,
}

impl Tree {
    /// The tree of these teams.
    pub fn new(teams: impl IntoIterator<Item = Team>) -> Self {
        let mut tree = Self::default();
        for team in teams {
            tree.put(team);
        }
        tree
    }

    /// Adds a team, or replaces it by its id.
    pub fn put(&mut self, team: Team) {
        if let Some(old) = self.teams.get(&team.id)
            && let Some(siblings) = self.children.get_mut(&old.parent)
        {
            siblings.remove(&old.id);
        }
        self.children.entry(team.parent.clone()).or_default().insert(team.id.clone());
        self.teams.insert(team.id.clone(), team);
    }

    /// A team by its id, dissolved ones too.
    pub fn get(&self, id: &str) -> Option<&Team> {
        self.teams.get(id)
    }

    /// A team that exists and is not dissolved.
    pub fn living(&self, id: &str) -> Option<&Team> {
        self.get(id).filter(|t| t.delete_time.is_none())
    }

    /// How many teams are not dissolved.
    pub fn len(&self) -> usize {
        self.teams.values().filter(|t| t.delete_time.is_none()).count()
    }

    /// Whether there is no team.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All teams, by id, dissolved ones too.
    pub fn iter(&self) -> impl Iterator<Item = &Team> {
        self.teams.values()
    }

    /// The living teams directly below one, or at the top.
    pub fn children(&self, parent: Option<&str>) -> impl Iterator<Item = &Team> {
        self.children.get(&parent.map(str::to_owned)).into_iter().flatten().filter_map(|id| self.living(id))
    }

    /// The teams above one, from the top down to its parent.
    pub fn ancestors(&self, id: &str) -> Vec<&str> {
        let mut above = Vec::new();
        let mut next = self.get(id).and_then(|t| t.parent.as_deref());
        while let Some(parent) = next {
            if above.len() > DEPTH {
                break;
            }
            above.push(parent);
            next = self.get(parent).and_then(|t| t.parent.as_deref());
        }
        above.reverse();
        above
    }

    /// A team and all teams below it, dissolved ones too, parents first.
    pub fn subtree(&self, id: &str) -> Vec<&str> {
        let mut all: Vec<&str> = self.get(id).map(|t| t.id.as_str()).into_iter().collect();
        let mut at = 0;
        while let Some(parent) = all.get(at).copied() {
            all.extend(self.children.get(&Some(parent.to_owned())).into_iter().flatten().map(String::as_str));
            at += 1;
        }
        all
    }

    /// The living teams as a person reads them: parents before their children, siblings by name.
    pub fn in_order(&self) -> Vec<&Team> {
        let mut all = Vec::with_capacity(self.teams.len());
        self.walk(None, &mut all, 0);
        all
    }

    fn walk<'a>(&'a self, parent: Option<&str>, all: &mut Vec<&'a Team>, depth: usize) {
        if depth > DEPTH {
            return;
        }
        let mut siblings: Vec<_> = self.children(parent).collect();
        siblings.sort_by_cached_key(|t| (normalize(&t.display_name), t.id.clone()));
        for team in siblings {
            all.push(team);
            self.walk(Some(&team.id), all, depth + 1);
        }
    }

    /// Whether a team can be below `parent` under this name. `id` is `None` for a team that does not exist yet.
    pub fn check_place(&self, id: Option<&str>, parent: Option<&str>, name: &str) -> Result<(), Misplaced> {
        let mut depth_above = 0;
        if let Some(parent) = parent {
            if self.living(parent).is_none() {
                return Err(Misplaced::NoParent);
            }
            let above = self.ancestors(parent);
            if id.is_some_and(|id| id == parent || above.contains(&id)) {
                return Err(Misplaced::Cycle);
            }
            depth_above = above.len() + 1;
        }
        if depth_above + id.map_or(1, |id| self.height(id)) > DEPTH {
            return Err(Misplaced::TooDeep);
        }
        let key = normalize(name);
        let taken =
            self.children(parent).any(|t| Some(t.id.as_str()) != id && normalize(&t.display_name) == key);
        if taken { Err(Misplaced::NameTaken) } else { Ok(()) }
    }

    /// Levels of the subtree of a team, itself included.
    fn height(&self, id: &str) -> usize {
        let base = self.ancestors(id).len();
        self.subtree(id).iter().map(|t| self.ancestors(t).len() + 1 - base).max().unwrap_or(1)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(crate) fn team(id: &str, name: &str, parent: Option<&str>) -> Team {
        Team {
            id: id.into(),
            display_name: name.into(),
            parent: parent.map(str::to_owned),
            revision: 1,
            create_time: Timestamp::UNIX_EPOCH,
            delete_time: None,
        }
    }

    fn tree() -> Tree {
        Tree::new([
            team("s", "Sales", None),
            team("w", "West", Some("s")),
            team("e", "East", Some("s")),
            team("n", "North", Some("e")),
            team("i", "IT", None),
        ])
    }

    #[test]
    fn a_team_cannot_be_below_itself() {
        let tree = tree();
        assert_eq!(tree.check_place(Some("s"), Some("n"), "Sales"), Err(Misplaced::Cycle));
        assert_eq!(tree.check_place(Some("s"), Some("s"), "Sales"), Err(Misplaced::Cycle));
        assert_eq!(tree.check_place(Some("n"), Some("i"), "North"), Ok(()));
        assert_eq!(tree.check_place(Some("n"), Some("x"), "North"), Err(Misplaced::NoParent));
    }

    #[test]
    fn siblings_differ_however_their_names_are_spelled() {
        let mut tree = tree();
        tree.put(team("k", "کریمی", Some("i")));
        assert_eq!(tree.check_place(None, Some("i"), "كريمي"), Err(Misplaced::NameTaken));
        assert_eq!(tree.check_place(None, Some("s"), "كريمي"), Ok(()));
        assert_eq!(tree.check_place(Some("k"), Some("i"), "كريمي"), Ok(()));
        assert_eq!(tree.check_place(None, Some("s"), " WEST "), Err(Misplaced::NameTaken));
    }

    #[test]
    fn the_tree_has_an_end() {
        let mut tree = Tree::new([team("t0", "t", None)]);
        for i in 1..DEPTH {
            let above = format!("t{}", i - 1);
            assert_eq!(tree.check_place(None, Some(&above), "t"), Ok(()));
            tree.put(team(&format!("t{i}"), "t", Some(&above)));
        }
        let last = format!("t{}", DEPTH - 1);
        assert_eq!(tree.check_place(None, Some(&last), "t"), Err(Misplaced::TooDeep));
        tree.put(team("a", "a", None));
        tree.put(team("b", "b", Some("a")));
        assert_eq!(
            tree.check_place(Some("a"), Some(&format!("t{}", DEPTH - 2)), "a"),
            Err(Misplaced::TooDeep)
        );
        assert_eq!(tree.check_place(Some("a"), Some(&format!("t{}", DEPTH - 3)), "a"), Ok(()));
    }

    #[test]
    fn reading_order_puts_parents_first_and_siblings_by_name() {
        let names: Vec<_> = tree().in_order().iter().map(|t| t.display_name.clone()).collect();
        assert_eq!(names, ["IT", "Sales", "East", "North", "West"]);
        assert_eq!(tree().ancestors("n"), ["s", "e"]);
        assert_eq!(tree().subtree("s"), ["s", "e", "w", "n"]);
    }

    proptest! {
        /// Whatever is moved where, the tree stays a tree.
        #[test]
        fn moves_never_make_a_cycle(moves in prop::collection::vec((0_usize..8, 0_usize..9), 0..60)) {
            let mut tree = Tree::new((0..8).map(|i| team(&format!("t{i}"), &format!("n{i}"), None)));
            for (what, under) in moves {
                let id = format!("t{what}");
                let parent = (under < 8).then(|| format!("t{under}"));
                let name = format!("n{what}");
                if tree.check_place(Some(&id), parent.as_deref(), &name).is_ok() {
                    let mut moved = tree.get(&id).unwrap().clone();
                    moved.parent = parent;
                    tree.put(moved);
                }
                prop_assert_eq!(tree.in_order().len(), 8);
                prop_assert!(tree.iter().all(|t| !tree.ancestors(&t.id).contains(&t.id.as_str())));
            }
        }
    }
}
