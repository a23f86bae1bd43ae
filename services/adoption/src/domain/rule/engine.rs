//! The rule over many cells, a day at a time.

use std::collections::HashMap;

use super::{
    BASELINE_DAYS, DECLINE, FIRST_DAYS, LEVEL_DAYS, LOW_CERTAINTY, POSITION_PEERS, RING_DAYS, SITE_PEERS,
    peers::{Peers, as_days},
    posterior::{self, Sums},
    ring::{Ring, from_steps},
};

/// A part of a team that is compared with its like: the members of one position at one site. Most teams are one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Number of the position.
    pub position: u32,
    /// Number of the site.
    pub site: u32,
}

/// With whom a cell is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The same position at the same site.
    PositionAndSite,
    /// The same position everywhere.
    Position,
}

/// With whom each cell is compared: its position and site where there are [`SITE_PEERS`] cells or more, else its position
/// where there are [`POSITION_PEERS`], else nobody.
pub fn bases(cells: &[Cell]) -> Vec<Option<Basis>> {
    let (mut places, mut positions) = (HashMap::<Cell, u32>::new(), HashMap::<u32, u32>::new());
    for cell in cells {
        *places.entry(*cell).or_default() += 1;
        *positions.entry(cell.position).or_default() += 1;
    }
    let basis = |cell: &Cell| {
        if places[cell] >= SITE_PEERS {
            Some(Basis::PositionAndSite)
        } else {
            (positions[&cell.position] >= POSITION_PEERS).then_some(Basis::Position)
        }
    };
    cells.iter().map(basis).collect()
}

/// What is judged together: a team, or small teams that were merged. Cells without anybody to compare them with are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit {
    /// Its cells, as numbers given by [`Engine::add`].
    pub cells: Vec<(usize, Basis)>,
    /// How much of its past counts.
    pub history: History,
}

/// How much of the past of a unit counts, today included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct History {
    /// Days since the first day of the unit's counts.
    pub days: usize,
    /// Days since its composition changed last; the decline rule needs a baseline of the same people.
    pub baseline: usize,
    /// False when half of the members are new: there is no own earlier level then.
    pub decline: bool,
}

impl History {
    /// A past that counts wholly.
    pub fn whole(days: usize) -> Self {
        Self { days, baseline: days, decline: true }
    }
}

impl Default for History {
    fn default() -> Self {
        Self::whole(0)
    }
}

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
    active: Ring,
    eligible: Ring,
    by_position: Peers,
    by_place: Peers,
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
        self.active.grow(self.cells.len());
        self.eligible.grow(self.cells.len());
        number
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

    /// Adds the next day: active and eligible people of every cell. More active than eligible people count as eligible.
    pub fn push(&mut self, active: &[u32], eligible: &[u32]) {
        debug_assert!(active.len() == self.len() && eligible.len() == self.len(), "a count for every cell");
        self.active.push(|cell| i64::from(active[cell]));
        self.eligible.push(|cell| i64::from(eligible[cell]));
        self.by_position.push(self.days, active, eligible, &self.active);
        self.by_place.push(self.days, active, eligible, &self.active);
        self.days += 1;
    }

    /// Days on which somebody of a cell was eligible, summed over its people, in the last 28 days.
    pub fn eligible(&self, cell: usize) -> i64 {
        self.eligible.window(LEVEL_DAYS, 0).of(cell)
    }

    /// Judges units by the last day pushed.
    pub fn judge(&self, units: &[Unit]) -> Vec<Judgement> {
        let level = self.windows(LEVEL_DAYS, 0);
        let decline =
            DECLINE.map(|rule| (self.windows(rule.days, 0), self.windows(BASELINE_DAYS, rule.days)));
        units.iter().map(|unit| judge(unit, &level, &decline)).collect()
    }

    /// The sums of `days` days that ended `lag` days before the last one pushed, for each unit.
    pub fn sums(&self, units: &[Unit], days: usize, lag: usize) -> Vec<Sums> {
        let windows = self.windows(days, lag);
        units.iter().map(|unit| windows.sums(unit)).collect()
    }

    fn windows(&self, days: usize, lag: usize) -> Windows<'_> {
        let mask = if days >= 128 { u128::MAX } else { ((1_u128 << days) - 1) << lag };
        Windows { engine: self, days, lag, mask }
    }
}

/// The sums of one window for every unit.
struct Windows<'a> {
    engine: &'a Engine,
    days: usize,
    lag: usize,
    /// The bits of the window among the days that count.
    mask: u128,
}

impl Windows<'_> {
    fn sums(&self, unit: &Unit) -> Sums {
        let engine = self.engine;
        let active = engine.active.window(self.days, self.lag);
        let eligible = engine.eligible.window(self.days, self.lag);
        let (mut x, mut n, mut e, mut counted) = (0, 0, 0_i64, 0_u128);
        for &(cell, basis) in &unit.cells {
            let peers = match basis {
                Basis::PositionAndSite => &engine.by_place,
                Basis::Position => &engine.by_position,
            };
            x += active.of(cell);
            n += eligible.of(cell);
            e = e.wrapping_add(peers.expected().window(self.days, self.lag).of(cell));
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
    unit: &Unit,
    level: &Windows<'_>,
    decline: &[(Windows<'_>, Windows<'_>); DECLINE.len()],
) -> Judgement {
    let window = level.sums(unit);
    let mut judgement = Judgement { window, ..Judgement::default() };
    if window.eligible <= 0.0 || window.expected <= 0.0 {
        return judgement;
    }
    let found = posterior::level(&window);
    judgement.index = found.index;
    if unit.history.days < FIRST_DAYS {
        return judgement;
    }
    judgement.p_low = found.p_low;
    judgement.low = found.p_low >= LOW_CERTAINTY;
    let mut certainties = [0.0; DECLINE.len()];
    for (i, (rule, (window, baseline))) in DECLINE.iter().zip(decline).enumerate() {
        let baseline = baseline.sums(unit);
        if baseline.expected > 0.0 {
            judgement.index_before = 100.0 * posterior::own_level(&baseline);
        }
        if unit.history.decline && unit.history.baseline >= rule.days + 21 {
            certainties[i] = posterior::decline(rule, &window.sums(unit), &baseline);
            judgement.p_decline = judgement.p_decline.max(certainties[i]);
        }
    }
    judgement.declining = posterior::is_declining(certainties);
    judgement
}

/// A number of a group; there are never more than cells.
#[expect(clippy::cast_possible_truncation, reason = "cells are bounded by memory, far below 2^32")]
fn index(number: usize) -> u32 {
    number as u32
}
