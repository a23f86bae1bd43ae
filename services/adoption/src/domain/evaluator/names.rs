//! Cells by number. A number is given once and never changes, so that columns of numbers can be kept.

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use super::CellKey;
use crate::domain::rule::Cell;

/// The cells of an application.
#[derive(Debug, Clone, Default)]
pub struct Names {
    keys: Vec<Arc<CellKey>>,
    numbers: HashMap<Arc<CellKey>, u32>,
    kinds: Vec<Cell>,
    positions: HashMap<String, u32>,
    sites: HashMap<String, u32>,
    chain: u64,
    layout: OnceLock<Layout>,
}

/// The teams by id, each with its cells, in columns.
#[derive(Debug, Clone, Default)]
pub(super) struct Layout {
    teams: Vec<String>,
    ends: Vec<usize>,
    cells: Vec<u32>,
}

impl Names {
    /// Cells.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The number of a cell, a new one if it has none.
    pub fn number(&mut self, key: &CellKey) -> u32 {
        if let Some(&number) = self.numbers.get(key) {
            return number;
        }
        let number = next(self.keys.len());
        let key = Arc::new(key.clone());
        let kind = Cell {
            position: numbered(&mut self.positions, &key.position),
            site: numbered(&mut self.sites, &key.site),
        };
        self.chain = chain(self.chain, &key);
        self.kinds.push(kind);
        self.keys.push(key.clone());
        self.numbers.insert(key, number);
        self.layout = OnceLock::new();
        number
    }

    /// Tells whether two lists of names are the same: it follows from all names and their order.
    pub fn chain(&self) -> i64 {
        self.chain.cast_signed()
    }

    /// The number of a cell, if it has one.
    pub fn find(&self, key: &CellKey) -> Option<u32> {
        self.numbers.get(key).copied()
    }

    /// The name of a cell.
    pub fn key(&self, cell: usize) -> &CellKey {
        &self.keys[cell]
    }

    /// The position and site of a cell, by number.
    pub(super) fn kind(&self, cell: usize) -> Cell {
        self.kinds[cell]
    }

    /// The teams with their cells.
    pub(super) fn layout(&self) -> &Layout {
        self.layout.get_or_init(|| {
            let mut order: Vec<usize> = (0..self.keys.len()).collect();
            // Stable: the cells of a team stay in the order of their numbers.
            order.sort_by(|&a, &b| self.keys[a].team.cmp(&self.keys[b].team));
            let mut layout = Layout::default();
            for cell in order {
                let team = &self.keys[cell].team;
                if layout.teams.last() != Some(team) {
                    layout.teams.push(team.clone());
                    layout.ends.push(layout.cells.len());
                }
                layout.cells.push(next(cell));
                if let Some(end) = layout.ends.last_mut() {
                    *end = layout.cells.len();
                }
            }
            layout
        })
    }
}

impl Layout {
    /// Teams.
    pub(super) fn len(&self) -> usize {
        self.teams.len()
    }

    /// The id of a team.
    pub(super) fn team(&self, team: usize) -> &str {
        &self.teams[team]
    }

    /// The cells of a team.
    pub(super) fn cells(&self, team: usize) -> impl Iterator<Item = usize> + '_ {
        let start = team.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.cells[start..self.ends[team]].iter().map(|&cell| cell as usize)
    }

    /// The place of a team.
    pub(super) fn find(&self, team: &str) -> Option<usize> {
        self.teams.binary_search_by(|known| known.as_str().cmp(team)).ok()
    }
}

fn numbered(numbers: &mut HashMap<String, u32>, name: &str) -> u32 {
    if let Some(&number) = numbers.get(name) {
        return number;
    }
    let number = next(numbers.len());
    numbers.insert(name.to_owned(), number);
    number
}

/// The next link, by FNV-1a: the same on every machine and in every version.
fn chain(before: u64, key: &CellKey) -> u64 {
    let bytes = [&key.team, &key.position, &key.site].into_iter().flat_map(|id| id.bytes().chain([0xff]));
    bytes.fold(before ^ 0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// A number; there are never more than cells.
#[expect(clippy::cast_possible_truncation, reason = "cells are bounded by memory, far below 2^32")]
fn next(len: usize) -> u32 {
    len as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(team: &str, position: &str) -> CellKey {
        CellKey { team: team.into(), position: position.into(), site: String::new() }
    }

    #[test]
    fn the_chain_tells_lists_of_names_apart() {
        let chain = |keys: &[CellKey]| {
            let mut names = Names::default();
            for key in keys {
                names.number(key);
            }
            names.chain()
        };
        let (a, b, c) = (key("a", "x"), key("b", "x"), key("ab", ""));
        assert_eq!(chain(&[a.clone(), b.clone(), a.clone()]), chain(&[a.clone(), b.clone()]));
        let different = [
            chain(&[]),
            chain(std::slice::from_ref(&a)),
            chain(&[a.clone(), b.clone()]),
            chain(&[b, a]),
            chain(&[c]),
        ];
        assert!((0..different.len()).all(|i| !different[..i].contains(&different[i])), "{different:?}");
    }

    #[test]
    fn teams_are_in_order_with_their_cells_wherever_these_came() {
        let mut names = Names::default();
        let numbers: Vec<u32> =
            [key("b", "x"), key("a", "x"), key("b", "y")].iter().map(|k| names.number(k)).collect();
        assert_eq!((numbers, names.number(&key("a", "x"))), (vec![0, 1, 2], 1));
        let layout = names.layout();
        let teams: Vec<_> = (0..layout.len()).map(|t| (layout.team(t), layout.cells(t).collect())).collect();
        assert_eq!(teams, [("a", vec![1]), ("b", vec![0, 2])]);
        assert_eq!((layout.find("b"), layout.find("c")), (Some(1), None));
    }
}
