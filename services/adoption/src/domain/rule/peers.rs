//! Expected use: what the other teams of a group did on the same day.

use super::{
    FIRST_DAYS, LEVEL_DAYS, RING_DAYS,
    ring::{Ring, from_steps, to_steps},
};

/// A cell that does two thirds of what was expected or less does not count as a peer.
const OUTLIER: f64 = 0.67;
/// A day counts when more than this share was expected.
const COUNTED: f64 = 0.01;

/// One way of grouping the cells (by position, or by position and site), with what it expects of each of them.
#[derive(Debug, Clone)]
pub(super) struct Peers {
    /// The group of each cell.
    group: Vec<u32>,
    groups: usize,
    /// Whether the cell counted as a peer today, from its 28 days up to yesterday.
    weight: Vec<bool>,
    /// Expected without weights, for the weights of tomorrow.
    plain: Ring<i64>,
    /// Expected, in steps.
    expected: Ring<i64>,
    /// A bit per day, today being the lowest: whether the day counts.
    counted: Vec<u32>,
}

/// What a way of grouping keeps of one day: totals up to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeerTotals {
    /// Expected without weights, in steps.
    pub plain: Vec<i64>,
    /// Expected, in steps.
    pub expected: Vec<i64>,
}

/// What a way of grouping knows of the last day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeerMarks {
    /// Whether a cell counts as a peer tomorrow.
    pub weight: Vec<bool>,
    /// A bit per day, the last day being the lowest: whether the day counts.
    pub counted: Vec<u32>,
}

/// Active and eligible people of a group.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    active: u64,
    eligible: u64,
}

impl Sum {
    fn add(&mut self, active: u32, eligible: u32) {
        self.active += u64::from(active);
        self.eligible += u64::from(eligible);
    }

    /// The rate of the group without one of its cells; nothing is expected where nobody else was eligible.
    #[expect(clippy::cast_precision_loss, reason = "counts of people")]
    fn rate_without(self, active: u32, eligible: u32) -> f64 {
        let others = self.eligible - u64::from(eligible);
        if others == 0 {
            return 0.0;
        }
        ((self.active - u64::from(active)) as f64 + 0.05) / (others as f64 + 0.2)
    }
}

impl Peers {
    pub(super) fn new() -> Self {
        Self {
            group: Vec::new(),
            groups: 0,
            weight: Vec::new(),
            plain: Ring::new(LEVEL_DAYS),
            expected: Ring::new(RING_DAYS),
            counted: Vec::new(),
        }
    }

    /// Adds a cell to a group. Groups are numbered from 0 without gaps.
    pub(super) fn add(&mut self, group: u32) {
        self.group.push(group);
        self.groups = self.groups.max(group as usize + 1);
        self.weight.push(true);
        self.counted.push(0);
    }

    /// Makes room for the cells that were added.
    pub(super) fn grow(&mut self) {
        self.plain.grow(self.group.len());
        self.expected.grow(self.group.len());
    }

    /// Adds a day: active and eligible people per cell. `day` counts from 0; `used` are the sums of `active`, this
    /// day included.
    pub(super) fn push(&mut self, day: usize, active: &[u32], eligible: &[u32], used: &Ring<u32>) {
        let mut all = vec![Sum::default(); self.groups];
        let mut good = vec![Sum::default(); self.groups];
        for (cell, &group) in self.group.iter().enumerate() {
            let (x, n) = (active[cell], eligible[cell]);
            all[group as usize].add(x, n);
            if self.weight[cell] {
                good[group as usize].add(x, n);
            }
        }
        self.plain.push(|cell| {
            let (x, n) = (active[cell], eligible[cell]);
            to_steps(f64::from(n) * all[self.group[cell] as usize].rate_without(x, n))
        });
        let rate = |cell: usize| {
            let (x, n) = if self.weight[cell] { (active[cell], eligible[cell]) } else { (0, 0) };
            good[self.group[cell] as usize].rate_without(x, n).clamp(0.0, 0.995)
        };
        let counted = &mut self.counted;
        for (cell, days) in counted.iter_mut().enumerate() {
            *days = (*days << 1) | u32::from(eligible[cell] > 0 && rate(cell) > COUNTED);
        }
        self.expected.push(|cell| to_steps(f64::from(eligible[cell]) * rate(cell)));
        if day + 1 >= FIRST_DAYS {
            let (x, e) = (used.window(LEVEL_DAYS, 0), self.plain.window(LEVEL_DAYS, 0));
            for (cell, weight) in self.weight.iter_mut().enumerate() {
                *weight = (f64::from(x.of(cell)) + 3.0) / (from_steps(e.of(cell)) + 3.0) > OUTLIER;
            }
        }
    }

    /// The group of a cell.
    pub(super) fn group(&self, cell: usize) -> u32 {
        self.group[cell]
    }

    /// Expected use in a window, in steps, as a function of the cell.
    pub(super) fn expected(&self) -> &Ring<i64> {
        &self.expected
    }

    /// The days of a cell that count, today being the lowest bit.
    pub(super) fn counted(&self, cell: usize) -> u32 {
        self.counted[cell]
    }

    /// The totals up to today.
    pub(super) fn totals(&self) -> PeerTotals {
        PeerTotals { plain: self.plain.column(0).to_vec(), expected: self.expected.column(0).to_vec() }
    }

    /// Puts back the totals of `back` days ago.
    pub(super) fn restore(&mut self, back: usize, totals: &PeerTotals) {
        if back <= LEVEL_DAYS {
            self.plain.restore(back, &totals.plain);
        }
        self.expected.restore(back, &totals.expected);
    }

    /// What is known of today.
    pub(super) fn marks(&self) -> PeerMarks {
        PeerMarks { weight: self.weight.clone(), counted: self.counted.clone() }
    }

    /// Puts back what was known of the last day.
    pub(super) fn resume(&mut self, marks: &PeerMarks) {
        for (own, kept) in self.weight.iter_mut().zip(&marks.weight) {
            *own = *kept;
        }
        for (own, kept) in self.counted.iter_mut().zip(&marks.counted) {
            *own = *kept;
        }
    }
}

/// A sum of whole days.
#[expect(clippy::cast_precision_loss, reason = "counts of days")]
pub(super) fn as_days(sum: u64) -> f64 {
    sum as f64
}
