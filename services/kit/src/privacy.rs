//! What may be published so that nobody can be found by subtracting.
//!
//! The rule, for every figure that ever leaves: it is about a union of blocks, and every block has at least
//! [`FLOOR`] people. Whatever is added and subtracted among such figures is again about whole blocks, so nothing
//! about fewer people can be computed, whichever figures are combined.
//!
//! Blocks come from the tree. Going up, the people of a team who are in no block yet become one when they are at least
//! [`FLOOR`]; else they wait and join those of the team above. Where a block holds [`POSITION_FLOOR`] people of one
//! position, they become a block of their own, unless those who remain would be too few.

use std::collections::BTreeMap;

/// The fewest people that a published figure, or what remains when figures are subtracted, may be about. Nobody can
/// lower it.
pub const FLOOR: u32 = 5;
/// The fewest for one position within a team.
pub const POSITION_FLOOR: u32 = 10;

/// What may be published of a tree of teams.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// For each team, the team at which its own members enter the figures: itself, one above, or none.
    pub entry: Vec<Option<usize>>,
    /// For each team, the positions that are told apart among the people who enter there.
    pub open: Vec<Vec<usize>>,
}

impl Plan {
    /// Whether the members of `team` who hold `position` count in figures of one position.
    pub fn counts_by_position(&self, team: usize, position: usize) -> bool {
        self.entry[team].is_some_and(|e| self.open[e].contains(&position))
    }
}

/// The plan for a tree. `parents` gives the team above each team, `members` the number of own members by position.
/// The tree must be without cycles.
pub fn plan(parents: &[Option<usize>], members: &[BTreeMap<usize, u32>]) -> Plan {
    let mut plan = Plan { entry: vec![None; parents.len()], open: vec![Vec::new(); parents.len()] };
    let mut waiting: Vec<Vec<usize>> = (0..parents.len()).map(|t| vec![t]).collect();
    for team in from_the_leaves(parents) {
        let group = std::mem::take(&mut waiting[team]);
        let mut positions: BTreeMap<usize, u32> = BTreeMap::new();
        for (position, count) in group.iter().flat_map(|t| &members[*t]) {
            *positions.entry(*position).or_default() += count;
        }
        let people: u32 = positions.values().sum();
        if people >= FLOOR {
            for t in &group {
                plan.entry[*t] = Some(team);
            }
            plan.open[team] = open(&positions, people);
        } else if let Some(parent) = parents[team] {
            waiting[parent].extend(group);
        }
    }
    plan
}

/// The positions of a block that can be told apart.
fn open(positions: &BTreeMap<usize, u32>, people: u32) -> Vec<usize> {
    let mut open: Vec<(u32, usize)> =
        positions.iter().filter(|(_, n)| **n >= POSITION_FLOOR).map(|(p, n)| (*n, *p)).collect();
    open.sort_unstable();
    let rest = people - open.iter().map(|(n, _)| n).sum::<u32>();
    if rest > 0 && rest < FLOOR && !open.is_empty() {
        open.remove(0);
    }
    let mut open: Vec<usize> = open.into_iter().map(|(_, p)| p).collect();
    open.sort_unstable();
    open
}

/// All teams, each after the teams below it.
fn from_the_leaves(parents: &[Option<usize>]) -> Vec<usize> {
    let depth = |team: usize| std::iter::successors(parents[team], |t| parents[*t]).count();
    let mut order: Vec<usize> = (0..parents.len()).collect();
    order.sort_by_key(|t| (std::cmp::Reverse(depth(*t)), *t));
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn members(counts: &[(usize, u32)]) -> BTreeMap<usize, u32> {
        counts.iter().copied().collect()
    }

    #[test]
    fn a_small_team_counts_in_the_team_above() {
        // 0 has two direct members, 1 and 2 are below it; 2 is too small.
        let parents = [None, Some(0), Some(0)];
        let plan = plan(&parents, &[members(&[(0, 2)]), members(&[(0, 8)]), members(&[(0, 3)])]);
        assert_eq!(plan.entry, [Some(0), Some(1), Some(0)], "2 + 3 people are enough above");
    }

    #[test]
    fn too_few_beside_a_published_team_wait_for_the_team_above() {
        // 0 ← 1 ← 2: 1 has two members of its own, so publishing them with 2 would give them away.
        let plan =
            plan(&[None, Some(0), Some(1)], &[members(&[(0, 2)]), members(&[(0, 2)]), members(&[(0, 9)])]);
        assert_eq!(plan.entry, [None, None, Some(2)]);
    }

    #[test]
    fn positions_are_told_apart_from_ten_people_and_never_give_the_rest_away() {
        let one = |counts: &[(usize, u32)]| plan(&[None], &[members(counts)]).open.remove(0);
        assert_eq!(one(&[(0, 10), (1, 5)]), [0]);
        assert_eq!(one(&[(0, 10), (1, 4)]), [] as [usize; 0], "four would remain");
        assert_eq!(one(&[(0, 10), (1, 30), (2, 4)]), [1], "the smaller one hides the four");
        assert_eq!(one(&[(0, 10), (1, 12)]), [0, 1]);
        assert_eq!(one(&[(0, 9)]), [] as [usize; 0]);
    }

    /// People in groups that nothing tells apart, as `(team, position, how many)`.
    type World = (Vec<Option<usize>>, Vec<BTreeMap<usize, u32>>);

    fn world() -> impl Strategy<Value = World> {
        (2_usize..5).prop_flat_map(|n| {
            let parents = (1..n).map(|i| (0..i).prop_map(Some).boxed()).collect::<Vec<_>>();
            let members =
                proptest::collection::vec(proptest::collection::btree_map(0_usize..2, 0_u32..14, 0..3), n);
            (parents, members).prop_map(|(mut parents, members)| {
                parents.insert(0, None);
                (parents, members)
            })
        })
    }

    fn is_within(parents: &[Option<usize>], team: usize, above: usize) -> bool {
        std::iter::successors(Some(team), |t| parents[*t]).any(|t| t == above)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        /// Exhaustive differencing: every sum and difference of published figures, up to twice each, that is about a
        /// set of people at all is about at least five.
        #[test]
        fn no_combination_of_figures_is_about_fewer_than_five((parents, members) in world()) {
            let plan = plan(&parents, &members);
            let groups: Vec<(usize, usize, u32)> = members.iter().enumerate()
                .flat_map(|(t, m)| m.iter().filter(|(_, n)| **n > 0).map(move |(p, n)| (t, *p, *n))).collect();
            let mut figures: Vec<Vec<i32>> = Vec::new();
            for team in 0..parents.len() {
                let about = |(t, _, _): &(usize, usize, u32)| plan.entry[*t].is_some_and(|e| is_within(&parents, e, team));
                figures.push(groups.iter().map(|g| i32::from(about(g))).collect());
                for position in 0..2 {
                    figures.push(groups.iter().map(|g| i32::from(about(g) && g.1 == position && plan.counts_by_position(g.0, position))).collect());
                }
            }
            figures.retain(|f| f.iter().any(|x| *x > 0));
            figures.sort();
            figures.dedup();
            figures.truncate(7);
            let combinations = 5_usize.pow(u32::try_from(figures.len()).unwrap());
            for combination in 0..combinations {
                let mut sum = vec![0_i32; groups.len()];
                let mut rest = combination;
                for figure in &figures {
                    let factor = i32::try_from(rest % 5).unwrap() - 2;
                    rest /= 5;
                    sum.iter_mut().zip(figure).for_each(|(s, f)| *s += factor * f);
                }
                if sum.iter().all(|s| (0..=1).contains(s)) {
                    let people: u32 = sum.iter().zip(&groups).filter(|(s, _)| **s == 1).map(|(_, g)| g.2).sum();
                    prop_assert!(people == 0 || people >= FLOOR, "{} people: {:?} of {:?}", people, sum, groups);
                }
            }
        }

        #[test]
        fn whoever_can_be_told_of_is((parents, members) in world()) {
            let plan = plan(&parents, &members);
            for (team, own) in members.iter().enumerate() {
                if own.values().sum::<u32>() >= FLOOR {
                    prop_assert!(plan.entry[team].is_some());
                }
            }
        }
    }
}
