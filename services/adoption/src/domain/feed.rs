//! Days on which usage stopped arriving for everybody: they say nothing about anybody, so they are left out.

use std::collections::{BTreeSet, HashMap, VecDeque};

use super::rule::{Cell, LEAST_EXPECTED, LEVEL_DAYS, POSITION_PEERS};

/// A group must have used it on more than this share of its days before.
const USED: f64 = 0.05;

/// People eligible and active.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// People eligible.
    pub eligible: u32,
    /// People active.
    pub active: u32,
}

/// A group of cells that one feed serves: a position, everywhere or at one site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Group {
    Position(u32),
    Place(u32, u32),
}

/// The last 28 days of every group.
#[derive(Debug, Clone, Default)]
pub struct Feed {
    days: VecDeque<HashMap<Group, (u64, u64)>>,
}

impl Feed {
    /// Takes the next day and says for each cell whether the day is void: of its group nobody was active, though six
    /// days of use or more were to be expected from its four weeks before.
    #[expect(clippy::cast_precision_loss, reason = "counts of people")]
    pub fn push(&mut self, cells: &[Cell], counts: &[Count]) -> Vec<bool> {
        let mut today: HashMap<Group, (u64, u64)> = HashMap::new();
        let mut teams: HashMap<Group, u32> = HashMap::new();
        for (cell, count) in cells.iter().zip(counts).filter(|(_, c)| c.eligible > 0) {
            for group in groups(*cell) {
                let sum = today.entry(group).or_default();
                sum.0 += u64::from(count.eligible);
                sum.1 += u64::from(count.active);
                *teams.entry(group).or_default() += 1;
            }
        }
        let void: BTreeSet<Group> = today
            .iter()
            .filter(|(group, (eligible, active))| {
                let rate = self.rate(**group);
                *active == 0
                    && teams[group] >= POSITION_PEERS
                    && rate > USED
                    && *eligible as f64 * rate >= LEAST_EXPECTED
            })
            .map(|(group, _)| *group)
            .collect();
        self.days.push_back(today);
        if self.days.len() > LEVEL_DAYS {
            self.days.pop_front();
        }
        cells.iter().map(|cell| groups(*cell).iter().any(|g| void.contains(g))).collect()
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of people")]
    fn rate(&self, group: Group) -> f64 {
        let (n, x) = self
            .days
            .iter()
            .filter_map(|day| day.get(&group))
            .fold((0, 0), |(n, x), (eligible, active)| (n + eligible, x + active));
        if n == 0 { 0.0 } else { x as f64 / n as f64 }
    }
}

fn groups(cell: Cell) -> [Group; 2] {
    [Group::Position(cell.position), Group::Place(cell.position, cell.site)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells() -> Vec<Cell> {
        (0..10).map(|i| Cell { position: i / 5, site: 0 }).collect()
    }

    #[test]
    fn a_day_without_anybody_is_void_for_the_position_alone() {
        let mut feed = Feed::default();
        let usual = vec![Count { eligible: 8, active: 4 }; 10];
        for _ in 0..20 {
            assert!(feed.push(&cells(), &usual).iter().all(|&v| !v));
        }
        let mut gap = usual;
        for count in &mut gap[..5] {
            count.active = 0;
        }
        let void = feed.push(&cells(), &gap);
        assert_eq!(void, [vec![true; 5], vec![false; 5]].concat());
    }

    #[test]
    fn one_team_that_stops_is_no_gap_and_neither_is_a_day_off() {
        let mut feed = Feed::default();
        let usual = vec![Count { eligible: 8, active: 4 }; 10];
        for _ in 0..20 {
            feed.push(&cells(), &usual);
        }
        let mut one = usual.clone();
        one[0].active = 0;
        assert!(feed.push(&cells(), &one).iter().all(|&v| !v));
        assert!(feed.push(&cells(), &[Count::default(); 10]).iter().all(|&v| !v));
    }

    #[test]
    fn a_position_that_never_used_it_has_no_gaps() {
        let mut feed = Feed::default();
        for _ in 0..40 {
            assert!(feed.push(&cells(), &[Count { eligible: 8, active: 0 }; 10]).iter().all(|&v| !v));
        }
    }
}
