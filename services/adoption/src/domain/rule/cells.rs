//! What the rule compares and judges: cells, with whom they are compared, and the units that they form.

use std::collections::HashMap;

use super::{POSITION_PEERS, SITE_PEERS};

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

/// What is judged together, in columns: teams, or small teams that were merged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Units {
    /// Where the cells of each unit end.
    ends: Vec<usize>,
    cells: Vec<(u32, Basis)>,
    pub(super) histories: Vec<History>,
}

impl Units {
    /// Adds a unit: its cells, as numbers given by [`Engine::add`], without those that have nobody to be compared with,
    /// and how much of its past counts.
    pub fn add(&mut self, cells: impl IntoIterator<Item = (usize, Basis)>, history: History) {
        self.cells.extend(cells.into_iter().map(|(cell, basis)| (index(cell), basis)));
        self.ends.push(self.cells.len());
        self.histories.push(history);
    }

    /// Units.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no unit.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether no cell of a unit has anybody to be compared with.
    pub fn is_alone(&self, unit: usize) -> bool {
        self.of(unit).is_empty()
    }

    /// Says anew how much of each unit's past counts.
    pub fn set_histories(&mut self, mut history: impl FnMut(usize) -> History) {
        for (unit, own) in self.histories.iter_mut().enumerate() {
            *own = history(unit);
        }
    }

    /// The cells of a unit.
    pub(super) fn of(&self, unit: usize) -> &[(u32, Basis)] {
        let start = unit.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.cells[start..self.ends[unit]]
    }
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

/// A number of a cell or a group; there are never more than cells.
#[expect(clippy::cast_possible_truncation, reason = "cells are bounded by memory, far below 2^32")]
pub(super) fn index(number: usize) -> u32 {
    number as u32
}
