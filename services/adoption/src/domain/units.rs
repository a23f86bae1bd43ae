//! Which teams are judged together: nobody is judged, and no figure is shown, below five people.

use std::collections::{BTreeMap, BTreeSet};

use kit::privacy::FLOOR;

/// Teams above a team; more can only be a cycle.
pub const MOST_ANCESTORS: usize = 64;

/// A team with people of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// People eligible on each of the last 28 days.
    pub people: Vec<u32>,
    /// The position with the most people in it.
    pub position: String,
}

/// Teams that are judged together; most are alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The team's id; `parent~position` for small siblings of one position.
    pub id: String,
    /// The team that stands for it: itself, or the parent of the small ones.
    pub anchor: String,
    /// The teams whose own people it holds, in order.
    pub members: Vec<String>,
    /// The most people eligible on one of the last 28 days.
    pub people: u32,
}

/// Who is judged with whom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grouping {
    /// The groups, by id.
    pub groups: Vec<Group>,
    /// Teams with nothing around them to be judged with.
    pub too_small: Vec<String>,
}

/// Forms groups: a team of five or more is judged alone; smaller ones with the small siblings of the same position and
/// parent; what is still too small, in the parent, or in the next team above that makes five.
pub fn form(teams: &BTreeMap<String, Candidate>, parent_of: impl Fn(&str) -> Option<String>) -> Grouping {
    let mut pots = Pots { teams, groups: BTreeMap::new() };
    let mut siblings: BTreeMap<(String, &str), Vec<String>> = BTreeMap::new();
    let mut small: BTreeSet<String> = BTreeSet::new();
    for (id, team) in teams {
        match most(team.people.iter().copied()) {
            0 => {}
            FLOOR.. => pots.add(id.clone(), id, vec![id.clone()]),
            _ => {
                small.insert(id.clone());
                if let Some(parent) = parent_of(id) {
                    siblings.entry((parent, &team.position)).or_default().push(id.clone());
                }
            }
        }
    }
    for ((parent, position), ids) in siblings {
        if ids.len() > 1 && pots.people(&ids) >= FLOOR {
            small.retain(|id| !ids.contains(id));
            pots.add(format!("{parent}~{position}"), &parent, ids);
        }
    }
    let too_small = climb(&mut pots, small, &parent_of);
    Grouping { groups: pots.groups.into_values().collect(), too_small }
}

struct Pots<'a> {
    teams: &'a BTreeMap<String, Candidate>,
    groups: BTreeMap<String, Group>,
}

impl Pots<'_> {
    /// The most people that some teams have together on one day.
    fn people(&self, ids: &[String]) -> u32 {
        let days = ids.iter().filter_map(|id| self.teams.get(id)).map(|t| t.people.len()).max().unwrap_or(0);
        let on = |day: usize| ids.iter().filter_map(|id| self.teams.get(id)?.people.get(day)).sum();
        most((0..days).map(on))
    }

    fn add(&mut self, id: String, anchor: &str, mut members: Vec<String>) {
        members.sort();
        let people = self.people(&members);
        self.groups.insert(id.clone(), Group { id, anchor: anchor.to_owned(), members, people });
    }
}

fn most(people: impl Iterator<Item = u32>) -> u32 {
    people.max().unwrap_or(0)
}

/// Hands small teams up, the deepest first, until they are part of five people or there is nobody above.
fn climb(
    pots: &mut Pots<'_>,
    small: BTreeSet<String>,
    parent_of: &impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let mut waiting: BTreeMap<(usize, String), BTreeSet<String>> = BTreeMap::new();
    for id in small {
        waiting.entry((depth(&id, parent_of), id.clone())).or_default().insert(id);
    }
    let mut too_small = Vec::new();
    while let Some(((depth, at), members)) = waiting.pop_last() {
        let members: Vec<String> = members.into_iter().collect();
        if let Some(group) = pots.groups.get(&at) {
            let all = group.members.iter().cloned().chain(members).collect();
            pots.add(at.clone(), &at, all);
        } else if pots.people(&members) >= FLOOR {
            pots.add(at.clone(), &at, members);
        } else if let (Some(parent), 1..) = (parent_of(&at), depth) {
            waiting.entry((depth - 1, parent)).or_default().extend(members);
        } else {
            too_small.extend(members);
        }
    }
    too_small.sort();
    too_small
}

fn depth(id: &str, parent_of: &impl Fn(&str) -> Option<String>) -> usize {
    let mut at = id.to_owned();
    let mut depth = 0;
    while let Some(parent) = parent_of(&at) {
        depth += 1;
        at = parent;
        if depth >= MOST_ANCESTORS {
            break;
        }
    }
    depth
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(teams: &[(&str, &str, u32)], parents: &[(&str, &str)]) -> Grouping {
        let teams = teams
            .iter()
            .map(|&(id, position, people)| {
                (id.to_owned(), Candidate { people: vec![people, 1], position: position.to_owned() })
            })
            .collect();
        form(&teams, |id| parents.iter().find(|(c, _)| *c == id).map(|(_, p)| (*p).to_owned()))
    }

    fn members(grouping: &Grouping, id: &str) -> Vec<String> {
        grouping.groups.iter().find(|g| g.id == id).map(|g| g.members.clone()).unwrap_or_default()
    }

    #[test]
    fn a_team_of_five_is_judged_alone() {
        let grouping = group(&[("a", "sales", 5), ("b", "sales", 4)], &[]);
        assert_eq!(members(&grouping, "a"), ["a"]);
        assert_eq!(grouping.too_small, ["b"]);
    }

    #[test]
    fn small_siblings_of_one_position_are_judged_together() {
        let parents = [("a", "p"), ("b", "p"), ("c", "p"), ("d", "q")];
        let grouping =
            group(&[("a", "sales", 3), ("b", "sales", 2), ("c", "hr", 2), ("d", "sales", 3)], &parents);
        assert_eq!(members(&grouping, "p~sales"), ["a", "b"]);
        assert_eq!(grouping.groups[0].anchor, "p");
        assert_eq!(grouping.too_small, ["c", "d"]);
    }

    #[test]
    fn what_is_still_too_small_is_judged_in_the_parent() {
        let grouping = group(&[("p", "managers", 6), ("a", "sales", 2)], &[("a", "p")]);
        assert_eq!(members(&grouping, "p"), ["a", "p"]);
        assert_eq!(grouping.groups.len(), 1);
    }

    #[test]
    fn or_in_the_next_team_above_that_makes_five() {
        let parents = [("a", "p"), ("b", "q"), ("p", "top"), ("q", "top")];
        let grouping = group(&[("a", "sales", 3), ("b", "hr", 3)], &parents);
        assert_eq!(members(&grouping, "top"), ["a", "b"]);
        assert!(grouping.too_small.is_empty());
    }

    #[test]
    fn people_on_different_days_do_not_add_up_to_five() {
        let teams = BTreeMap::from([
            ("a".to_owned(), Candidate { people: vec![4, 0], position: "x".into() }),
            ("b".to_owned(), Candidate { people: vec![0, 4], position: "x".into() }),
        ]);
        let grouping = form(&teams, |_| Some("p".to_owned()).filter(|_| true));
        assert!(grouping.groups.is_empty());
    }

    #[test]
    fn a_cycle_in_the_tree_ends() {
        let grouping = group(&[("a", "x", 2), ("b", "x", 2)], &[("a", "b"), ("b", "a")]);
        assert_eq!(grouping.too_small.len() + grouping.groups.len(), 2);
    }
}
