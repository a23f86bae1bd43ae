//! Days on which usage stopped arriving for everybody: they say nothing about anybody, so they are left out.

use super::rule::{LEAST_EXPECTED, LEVEL_DAYS, POSITION_PEERS, ring::Ring};

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

/// The groups that a feed serves and a cell is in: its position, and its position at its site, by number.
pub type GroupsOfCell = [u32; 2];

/// The last 28 days of every group.
#[derive(Debug, Clone)]
pub struct Feed([Groups; 2]);

impl Default for Feed {
    fn default() -> Self {
        Self([Groups::new(), Groups::new()])
    }
}

/// One way of grouping: running totals by group.
#[derive(Debug, Clone)]
struct Groups {
    eligible: Ring<i64>,
    active: Ring<i64>,
    len: usize,
}

/// What is kept of one day: eligible and active people of each group up to it, for both ways of grouping.
pub type FeedTotals = [[Vec<i64>; 2]; 2];

/// A group on one day.
#[derive(Debug, Clone, Copy, Default)]
struct Today {
    eligible: u64,
    active: u64,
    cells: u32,
}

impl Groups {
    fn new() -> Self {
        Self { eligible: Ring::new(LEVEL_DAYS), active: Ring::new(LEVEL_DAYS), len: 0 }
    }

    fn grow(&mut self, len: usize) {
        if self.len < len {
            self.len = len;
            self.eligible.grow(len);
            self.active.grow(len);
        }
    }

    /// Takes a day and says which groups are void.
    #[expect(clippy::cast_precision_loss, reason = "counts of people")]
    fn push(&mut self, today: &[Today]) -> Vec<bool> {
        self.grow(today.len());
        let (eligible, active) = (self.eligible.window(LEVEL_DAYS, 0), self.active.window(LEVEL_DAYS, 0));
        let is_void = |(group, today): (usize, &Today)| {
            let before = eligible.of(group);
            let rate = if before == 0 { 0.0 } else { active.of(group) as f64 / before as f64 };
            today.active == 0
                && today.cells >= POSITION_PEERS
                && rate > USED
                && today.eligible as f64 * rate >= LEAST_EXPECTED
        };
        let void = today.iter().enumerate().map(is_void).collect();
        self.eligible.push(|group| today[group].eligible.cast_signed());
        self.active.push(|group| today[group].active.cast_signed());
        void
    }
}

impl Feed {
    /// Takes the next day and says for each cell whether the day is void: of one of its groups nobody was active, though
    /// six days of use or more were to be expected from its four weeks before. Numbers of groups have no gaps.
    pub fn push(&mut self, cells: &[GroupsOfCell], counts: &[Count]) -> Vec<bool> {
        let mut of_cells = vec![false; cells.len()];
        for (way, groups) in self.0.iter_mut().enumerate() {
            let number = cells.iter().map(|groups| groups[way] as usize + 1).max().unwrap_or(0);
            let mut today = vec![Today::default(); number.max(groups.len)];
            for (cell, count) in cells.iter().zip(counts).filter(|(_, c)| c.eligible > 0) {
                let group = &mut today[cell[way] as usize];
                group.eligible += u64::from(count.eligible);
                group.active += u64::from(count.active);
                group.cells += 1;
            }
            let void = groups.push(&today);
            if void.contains(&true) {
                for (of_cell, cell) in of_cells.iter_mut().zip(cells) {
                    *of_cell |= void[cell[way] as usize];
                }
            }
        }
        of_cells
    }

    /// The totals up to the last day.
    pub fn keep(&self) -> FeedTotals {
        self.0.each_ref().map(|groups| [groups.eligible.column(0).to_vec(), groups.active.column(0).to_vec()])
    }

    /// Puts back the totals of `back` days before the last one.
    pub fn restore(&mut self, back: usize, totals: &FeedTotals) {
        if back > LEVEL_DAYS {
            return;
        }
        for (groups, [eligible, active]) in self.0.iter_mut().zip(totals) {
            groups.grow(eligible.len());
            groups.eligible.restore(back, eligible);
            groups.active.restore(back, active);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells() -> Vec<GroupsOfCell> {
        (0..10).map(|i| [i / 5, i / 5]).collect()
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
