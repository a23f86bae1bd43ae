//! Which teams have a champion, and how many people each of them looks after.

use std::collections::{BTreeMap, BTreeSet};

/// People that one champion should look after at most, unless the organization says otherwise.
pub const PEOPLE_PER_CHAMPION: u32 = 25;
/// Days before the end of a term on which it is announced, unless the organization says otherwise.
pub const REMIND_DAYS: u32 = 30;

/// What an organization wants of its champions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// People that one champion should look after at most.
    pub people_per_champion: u32,
    /// Days before the end of a term on which it is announced.
    pub remind_days: u32,
    /// Grows with each save.
    pub revision: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { people_per_champion: PEOPLE_PER_CHAMPION, remind_days: REMIND_DAYS, revision: 0 }
    }
}

/// Whether a team has champions enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It has none.
    None,
    /// It has, but each looks after too many.
    Stretched,
    /// It has.
    Covered,
}

/// Why a team has no champion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// It never had one.
    NeverHad,
    /// The champion left.
    Left,
    /// The champion's term ended.
    TermEnded,
    /// The champion moved.
    Moved,
    /// The champion covers other teams, or the team is elsewhere.
    Reassigned,
}

/// How one team is covered.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// The champions, by id.
    pub champions: BTreeSet<String>,
    /// Mean people per champion; `None` without one.
    pub load: Option<f64>,
    /// Whether that is enough.
    pub state: State,
}

/// How each team with members is covered. `people` has the number of each team's own members, `covers` the teams that each
/// champion covers, those below spelled out. A champion's load is the sum over teams of people shared with whoever else
/// covers them.
pub fn cover(
    people: &BTreeMap<String, u32>,
    covers: &BTreeMap<String, BTreeSet<String>>,
    target: u32,
) -> BTreeMap<String, Cover> {
    let mut by_team: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (champion, teams) in covers {
        for team in teams.iter().filter(|t| people.contains_key(*t)) {
            by_team.entry(team).or_default().insert(champion);
        }
    }
    let mut loads: BTreeMap<&str, f64> = BTreeMap::new();
    for (team, champions) in &by_team {
        let share = f64::from(people[*team]) / count(champions.len());
        for champion in champions {
            *loads.entry(champion).or_default() += share;
        }
    }
    let of = |team: &String| {
        let champions = by_team.get(team.as_str()).cloned().unwrap_or_default();
        let load = (!champions.is_empty())
            .then(|| champions.iter().map(|c| loads[*c]).sum::<f64>() / count(champions.len()));
        let state = match load {
            None => State::None,
            Some(load) if load > f64::from(target) => State::Stretched,
            Some(_) => State::Covered,
        };
        Cover { champions: champions.into_iter().map(str::to_owned).collect(), load, state }
    };
    people.keys().map(|team| (team.clone(), of(team))).collect()
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// What became of somebody who covered a team before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fate {
    /// The person left the organization.
    pub left: bool,
    /// A term of the person ended.
    pub ended: bool,
    /// The person moved.
    pub moved: bool,
}

/// Why a team has none that had these.
pub fn gap(fates: &[Fate]) -> Gap {
    if fates.is_empty() {
        Gap::NeverHad
    } else if fates.iter().any(|f| f.left) {
        Gap::Left
    } else if fates.iter().any(|f| f.moved) {
        Gap::Moved
    } else if fates.iter().any(|f| f.ended) {
        Gap::TermEnded
    } else {
        Gap::Reassigned
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn teams(all: &[(&str, u32)]) -> BTreeMap<String, u32> {
        all.iter().map(|(t, n)| ((*t).to_owned(), *n)).collect()
    }

    fn champions(all: &[(&str, &[&str])]) -> BTreeMap<String, BTreeSet<String>> {
        all.iter().map(|(c, ts)| ((*c).to_owned(), ts.iter().map(|t| (*t).to_owned()).collect())).collect()
    }

    #[test]
    fn two_champions_share_the_people_of_a_team() {
        let people = teams(&[("west", 40), ("east", 10), ("south", 5)]);
        let one = cover(&people, &champions(&[("sara", &["west", "east"])]), 25);
        assert_eq!((one["west"].load, one["west"].state), (Some(50.0), State::Stretched));
        assert_eq!((one["south"].load, one["south"].state), (None, State::None));
        let two = cover(&people, &champions(&[("sara", &["west"]), ("ali", &["west", "nowhere"])]), 25);
        assert_eq!(
            (two["west"].load, two["west"].state, two["west"].champions.len()),
            (Some(20.0), State::Covered, 2)
        );
    }

    #[test]
    fn why_it_was_lost() {
        let left = Fate { left: true, ended: true, ..Fate::default() };
        let moved = Fate { moved: true, ..Fate::default() };
        assert_eq!(gap(&[]), Gap::NeverHad);
        assert_eq!(gap(&[moved, left]), Gap::Left);
        assert_eq!(gap(&[moved]), Gap::Moved);
        assert_eq!(gap(&[Fate { ended: true, ..Fate::default() }]), Gap::TermEnded);
        assert_eq!(gap(&[Fate::default()]), Gap::Reassigned);
    }

    proptest! {
        #[test]
        fn nobody_is_counted_twice(
            people in proptest::collection::btree_map("[a-e]", 1_u32..50, 1..5),
            covers in proptest::collection::btree_map("[v-z]", proptest::collection::btree_set("[a-e]", 1..4), 0..4),
        ) {
            let all = cover(&people, &covers, 25);
            prop_assert_eq!(all.len(), people.len());
            // Everybody in a covered team is somebody's, once.
            let mut loads: BTreeMap<&str, f64> = BTreeMap::new();
            for (team, cover) in &all {
                for champion in &cover.champions {
                    *loads.entry(champion).or_default() += f64::from(people[team]) / count(cover.champions.len());
                }
            }
            let covered: u32 = all.iter().filter(|(_, c)| c.state != State::None).map(|(t, _)| people[t]).sum();
            prop_assert!((loads.values().sum::<f64>() - f64::from(covered)).abs() < 1e-6);
        }
    }
}
