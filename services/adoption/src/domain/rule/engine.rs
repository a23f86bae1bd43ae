//! The rule over many cells, a day at a time.

use std::{collections::HashMap, thread};

use super::{
    BASELINE_DAYS, DECLINE, FIRST_DAYS, LEVEL_DAYS, LOW_CERTAINTY, RING_DAYS,
    cells::{Basis, Cell, History, Units, index},
    peers::{PeerMarks, PeerTotals, Peers, as_days},
    posterior::{self, Sums},
    ring::{Ring, Window, from_steps},
};

/// Units that are worth a thread.
const LEAST_PART: usize = 4_000;

/// What the rule says about a unit today.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Judgement {
    /// Sums of the last 28 days.
    pub window: Sums,
    /// Certainty that use is below two thirds of what was expected.
    pub p_low: f64,
    /// Certainty that use declined, the higher of the two windows.
    pub p_decline: f64,
    /// LOW.
    pub low: bool,
    /// DECLINING.
    pub declining: bool,
    /// The `AdoptionIndex`, 100 = as expected; 0 without anything expected.
    pub index: f64,
    /// The index of the 56 days before the last 28, 100 = as expected; 0 without a baseline.
    pub index_before: f64,
}

impl Judgement {
    /// LOW or DECLINING.
    pub fn is_found(&self) -> bool {
        self.low || self.declining
    }

    /// The higher of the two certainties.
    pub fn certainty(&self) -> f64 {
        self.p_low.max(self.p_decline)
    }
}

/// 84 days of every cell of one application.
#[derive(Debug, Clone)]
pub struct Engine {
    days: usize,
    cells: Vec<Cell>,
    positions: HashMap<u32, u32>,
    places: HashMap<Cell, u32>,
    active: Ring<u32>,
    eligible: Ring<u32>,
    by_position: Peers,
    by_place: Peers,
    /// Cells that the rings have room for.
    grown: usize,
}

/// What the rule keeps of one day, in columns: totals up to it. A day can be judged when the columns of the days
/// [`LOOKS_BACK`] before it are there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    /// Active people.
    pub active: Vec<u32>,
    /// Eligible people.
    pub eligible: Vec<u32>,
    /// By position.
    pub by_position: PeerTotals,
    /// By position and site.
    pub by_place: PeerTotals,
}

/// What the rule knows of the last day, in columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// By position.
    pub by_position: PeerMarks,
    /// By position and site.
    pub by_place: PeerMarks,
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl Engine {
    /// An engine before the first day.
    pub fn new() -> Self {
        Self {
            days: 0,
            cells: Vec::new(),
            positions: HashMap::new(),
            places: HashMap::new(),
            active: Ring::new(RING_DAYS),
            eligible: Ring::new(RING_DAYS),
            by_position: Peers::new(),
            by_place: Peers::new(),
            grown: 0,
        }
    }

    /// Adds a cell without a history and gives its number, counted from 0.
    pub fn add(&mut self, cell: Cell) -> usize {
        let number = self.cells.len();
        self.cells.push(cell);
        let next = index(self.positions.len());
        self.by_position.add(*self.positions.entry(cell.position).or_insert(next));
        let next = index(self.places.len());
        self.by_place.add(*self.places.entry(cell).or_insert(next));
        number
    }

    /// Makes room for the cells that were added, once for all of them.
    fn grow(&mut self) {
        if self.grown < self.cells.len() {
            self.grown = self.cells.len();
            self.active.grow(self.grown);
            self.eligible.grow(self.grown);
            self.by_position.grow();
            self.by_place.grow();
        }
    }

    /// Cells.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Days pushed.
    pub fn days(&self) -> usize {
        self.days
    }

    /// The position of a cell, and its position and site, by numbers without gaps.
    pub fn groups_of(&self, cell: usize) -> [u32; 2] {
        [self.by_position.group(cell), self.by_place.group(cell)]
    }

    /// Adds the next day: active and eligible people of every cell. More active than eligible people count as eligible.
    pub fn push(&mut self, active: &[u32], eligible: &[u32]) {
        debug_assert!(active.len() == self.len() && eligible.len() == self.len(), "a count for every cell");
        self.grow();
        self.active.push(|cell| active[cell]);
        self.eligible.push(|cell| eligible[cell]);
        self.by_position.push(self.days, active, eligible, &self.active);
        self.by_place.push(self.days, active, eligible, &self.active);
        self.days += 1;
    }

    /// Judges units by the last day pushed.
    pub fn judge(&self, units: &Units) -> Vec<Judgement> {
        let mut judged = Vec::with_capacity(units.len());
        self.judge_into(units, &mut judged);
        judged
    }

    /// [`Engine::judge`] into room that is there.
    pub fn judge_into(&self, units: &Units, judged: &mut Vec<Judgement>) {
        let level = self.windows(LEVEL_DAYS, 0);
        let decline =
            DECLINE.map(|rule| (self.windows(rule.days, 0), self.windows(BASELINE_DAYS, rule.days)));
        judged.clear();
        judged.resize(units.len(), Judgement::default());
        let judge = |first: usize, judged: &mut [Judgement]| {
            for (unit, judged) in (first..).zip(judged) {
                *judged = judge(units.of(unit), units.histories[unit], &level, &decline);
            }
        };
        // No unit looks at another, so many of them are judged by all processors.
        let processors = thread::available_parallelism().map_or(1, usize::from);
        let part = units.len().div_ceil(processors).max(LEAST_PART);
        let (own, others) = judged.split_at_mut(part.min(units.len()));
        thread::scope(|scope| {
            for (number, part_of) in others.chunks_mut(part).enumerate() {
                scope.spawn(move || judge(part * (number + 1), part_of));
            }
            judge(0, own);
        });
    }

    /// The sums of `days` days that ended `lag` days before the last one pushed, for each unit.
    pub fn sums(&self, units: &Units, days: usize, lag: usize) -> Vec<Sums> {
        let windows = self.windows(days, lag);
        (0..units.len()).map(|unit| windows.sums(units.of(unit))).collect()
    }

    /// What is to be kept of the last day pushed.
    pub fn keep(&self) -> (Totals, Marks) {
        let totals = Totals {
            active: self.active.column(0).to_vec(),
            eligible: self.eligible.column(0).to_vec(),
            by_position: self.by_position.totals(),
            by_place: self.by_place.totals(),
        };
        (totals, Marks { by_position: self.by_position.marks(), by_place: self.by_place.marks() })
    }

    /// Puts back what was kept of the last day, of which `days` had been pushed; the cells have been added.
    pub fn resume(&mut self, days: usize, marks: &Marks) {
        self.grow();
        self.days = days;
        self.by_position.resume(&marks.by_position);
        self.by_place.resume(&marks.by_place);
    }

    /// Puts back the totals of `back` days before the last one.
    pub fn restore(&mut self, back: usize, totals: &Totals) {
        if back > RING_DAYS {
            return;
        }
        self.grow();
        self.active.restore(back, &totals.active);
        self.eligible.restore(back, &totals.eligible);
        self.by_position.restore(back, &totals.by_position);
        self.by_place.restore(back, &totals.by_place);
    }

    fn windows(&self, days: usize, lag: usize) -> Windows<'_> {
        let mask = if days >= 32 { u32::MAX } else { ((1_u32 << days) - 1) << lag };
        Windows {
            active: self.active.window(days, lag),
            eligible: self.eligible.window(days, lag),
            by_position: (self.by_position.expected().window(days, lag), &self.by_position),
            by_place: (self.by_place.expected().window(days, lag), &self.by_place),
            mask,
        }
    }
}

/// The sums of one window for every unit.
struct Windows<'a> {
    active: Window<'a, u32>,
    eligible: Window<'a, u32>,
    by_position: (Window<'a, i64>, &'a Peers),
    by_place: (Window<'a, i64>, &'a Peers),
    /// The bits of the window among the days that count; a baseline asks for none.
    mask: u32,
}

impl Windows<'_> {
    fn sums(&self, cells: &[(u32, Basis)]) -> Sums {
        let (mut x, mut n, mut e, mut counted) = (0_u64, 0_u64, 0_i64, 0_u32);
        for &(cell, basis) in cells {
            let cell = cell as usize;
            let (expected, peers) = match basis {
                Basis::PositionAndSite => &self.by_place,
                Basis::Position => &self.by_position,
            };
            x += u64::from(self.active.of(cell));
            n += u64::from(self.eligible.of(cell));
            e = e.wrapping_add(expected.of(cell));
            counted |= peers.counted(cell);
        }
        Sums {
            active: as_days(x),
            eligible: as_days(n),
            expected: from_steps(e),
            days: f64::from((counted & self.mask).count_ones()),
        }
    }
}

fn judge(
    cells: &[(u32, Basis)],
    history: History,
    level: &Windows<'_>,
    decline: &[(Windows<'_>, Windows<'_>); DECLINE.len()],
) -> Judgement {
    let window = level.sums(cells);
    let mut judgement = Judgement { window, ..Judgement::default() };
    if window.eligible <= 0.0 || window.expected <= 0.0 {
        return judgement;
    }
    let found = posterior::level(&window);
    judgement.index = found.index;
    if history.days < FIRST_DAYS {
        return judgement;
    }
    judgement.p_low = found.p_low;
    judgement.low = found.p_low >= LOW_CERTAINTY;
    let mut certainties = [0.0; DECLINE.len()];
    for (i, (rule, (window, baseline))) in DECLINE.iter().zip(decline).enumerate() {
        let baseline = baseline.sums(cells);
        if baseline.expected > 0.0 {
            judgement.index_before = 100.0 * posterior::own_level(&baseline);
        }
        if history.decline && history.baseline >= rule.days + 21 {
            certainties[i] = posterior::decline(rule, &window.sums(cells), &baseline);
            judgement.p_decline = judgement.p_decline.max(certainties[i]);
        }
    }
    judgement.declining = posterior::is_declining(certainties);
    judgement
}
