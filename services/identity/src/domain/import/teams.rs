//! Which node of the tree a row means.
//!
//! A row names a team and perhaps the teams above it. A name alone means the team that the file itself puts somewhere,
//! else the one that exists, else a new one at the top. A team that exists once and that the file puts elsewhere moves.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::Timestamp;
use kit::{text::normalize, violation::Rule};

use super::Wish;
use crate::domain::team::{DEPTH, Misplaced, TEAMS, Team, Tree};

/// The tree as the file wants it.
pub(super) struct Teams<'a> {
    /// The tree, new and moved teams included.
    pub tree: Tree,
    /// Teams that are new.
    pub created: HashSet<String>,
    /// Teams that exist and go elsewhere.
    pub moved: HashSet<String>,
    /// For each name, the names that the file puts directly above it.
    declared: HashMap<String, BTreeSet<String>>,
    by_name: HashMap<String, Vec<String>>,
    by_place: HashMap<(Option<String>, String), String>,
    known: HashMap<Vec<String>, Result<String, Rule>>,
    now: Timestamp,
    ids: &'a mut dyn FnMut() -> String,
}

fn path_of(wish: &Wish) -> Vec<&str> {
    let mut path: Vec<&str> = wish.parents.iter().map(String::as_str).collect();
    // Directories often repeat the department as the team of those who belong to no smaller one.
    if path.last().is_none_or(|last| normalize(last) != normalize(&wish.team)) {
        path.push(&wish.team);
    }
    path
}

impl<'a> Teams<'a> {
    /// The tree as it is, with what the rows declare.
    pub(super) fn new(
        tree: Tree,
        wishes: &[Wish],
        now: Timestamp,
        ids: &'a mut dyn FnMut() -> String,
    ) -> Self {
        let mut declared: HashMap<String, BTreeSet<String>> = HashMap::new();
        let mut seen = HashSet::new();
        for wish in wishes {
            let path = path_of(wish);
            if seen.insert(path.clone()) {
                for pair in path.windows(2) {
                    declared.entry(normalize(pair[1])).or_default().insert(normalize(pair[0]));
                }
            }
        }
        let mut by_name: HashMap<String, Vec<String>> = HashMap::new();
        let mut by_place = HashMap::new();
        for team in tree.in_order() {
            let key = normalize(&team.display_name);
            by_name.entry(key.clone()).or_default().push(team.id.clone());
            by_place.insert((team.parent.clone(), key), team.id.clone());
        }
        Self {
            tree,
            created: HashSet::new(),
            moved: HashSet::new(),
            declared,
            by_name,
            by_place,
            known: HashMap::new(),
            now,
            ids,
        }
    }

    /// The id of the team that a row means, or why it cannot be; the field is `parent_team`.
    pub(super) fn find(&mut self, wish: &Wish) -> Result<String, Rule> {
        let names: Vec<String> = path_of(wish).into_iter().map(str::to_owned).collect();
        let key: Vec<String> = names.iter().map(|n| normalize(n)).collect();
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let found = self.walk(&names);
        self.known.insert(key, found.clone());
        found
    }

    fn walk(&mut self, names: &[String]) -> Result<String, Rule> {
        let Some((first, rest)) = names.split_first() else { return Err(Rule::Required) };
        let mut id = self.referred(first, &mut Vec::new())?;
        for name in rest {
            id = self.child(&id, name)?;
        }
        Ok(id)
    }

    /// The team that a bare name means.
    fn referred(&mut self, name: &str, below: &mut Vec<String>) -> Result<String, Rule> {
        let key = normalize(name);
        if below.contains(&key) {
            return Err(Rule::Cycle);
        }
        let above: Vec<String> = self.declared.get(&key).into_iter().flatten().cloned().collect();
        match above.as_slice() {
            [parent] => {
                below.push(key.clone());
                let parent = self.referred(&parent.clone(), below)?;
                below.pop();
                return self.child(&parent, name);
            }
            [] => {}
            _ => return Err(ambiguous(name)),
        }
        if let Some(id) = self.by_place.get(&(None, key.clone())) {
            return Ok(id.clone());
        }
        match self.by_name.get(&key).map(Vec::as_slice) {
            Some([id]) => Ok(id.clone()),
            Some([_, _, ..]) => Err(ambiguous(name)),
            _ => self.create(None, name),
        }
    }

    /// The team of this name below another one: there already, moved there, or new.
    fn child(&mut self, parent: &str, name: &str) -> Result<String, Rule> {
        let key = normalize(name);
        if let Some(id) = self.by_place.get(&(Some(parent.to_owned()), key.clone())) {
            return Ok(id.clone());
        }
        let put_once = self.declared.get(&key).is_some_and(|above| above.len() == 1);
        match self.by_name.get(&key).map(Vec::as_slice) {
            Some([id]) if put_once && !self.created.contains(id) => {
                let id = id.clone();
                self.relocate(&id, parent, &key)?;
                Ok(id)
            }
            _ => self.create(Some(parent), name),
        }
    }

    fn relocate(&mut self, id: &str, parent: &str, key: &str) -> Result<(), Rule> {
        let Some(mut team) = self.tree.get(id).cloned() else { return Err(Rule::NotFound) };
        self.tree.check_place(Some(id), Some(parent), &team.display_name).map_err(rule)?;
        self.by_place.remove(&(team.parent.take(), key.to_owned()));
        self.by_place.insert((Some(parent.to_owned()), key.to_owned()), id.to_owned());
        team.parent = Some(parent.to_owned());
        self.tree.put(team);
        self.moved.insert(id.to_owned());
        Ok(())
    }

    fn create(&mut self, parent: Option<&str>, name: &str) -> Result<String, Rule> {
        if self.tree.len() >= TEAMS {
            return Err(Rule::TooMany { max: TEAMS as u64 });
        }
        if let Some(parent) = parent
            && self.tree.ancestors(parent).len() + 2 > DEPTH
        {
            return Err(rule(Misplaced::TooDeep));
        }
        let id = (self.ids)();
        let key = normalize(name);
        self.by_name.entry(key.clone()).or_default().push(id.clone());
        self.by_place.insert((parent.map(str::to_owned), key), id.clone());
        self.created.insert(id.clone());
        self.tree.put(Team {
            id: id.clone(),
            display_name: name.to_owned(),
            parent: parent.map(str::to_owned),
            revision: 0,
            create_time: self.now,
            delete_time: None,
        });
        Ok(id)
    }
}

fn rule(misplaced: Misplaced) -> Rule {
    match misplaced {
        Misplaced::NoParent => Rule::NotFound,
        Misplaced::Cycle => Rule::Cycle,
        Misplaced::TooDeep => Rule::TooMany { max: DEPTH as u64 },
        Misplaced::NameTaken => Rule::Duplicate,
    }
}

/// Several teams have the name: the file must say which.
fn ambiguous(name: &str) -> Rule {
    Rule::Malformed { expected: format!("… > {name}") }
}
