//! Who was there in the last four weeks, and who is compared with whom.

use super::Evaluator;
use crate::domain::{
    rule::{Basis, POSITION_PEERS, SITE_PEERS},
    standing::Day,
};

/// What the last 28 days say about every cell, in columns.
#[derive(Debug)]
pub(super) struct Crowd {
    /// The most people eligible on one day; nobody: the cell is not alive.
    peak: Vec<u32>,
    /// Days eligible, summed over people.
    days: Vec<u64>,
    /// Cells alive in each position.
    positions: Vec<u32>,
    /// Cells alive in each position at each site.
    places: Vec<u32>,
}

impl Crowd {
    pub(super) fn of(evaluator: &Evaluator) -> Self {
        let cells = evaluator.groups.len();
        let (mut peak, mut days) = (vec![0_u32; cells], vec![0_u64; cells]);
        for column in &evaluator.people {
            for ((peak, days), &people) in peak.iter_mut().zip(&mut days).zip(column) {
                *peak = (*peak).max(people);
                *days += u64::from(people);
            }
        }
        let (mut positions, mut places) = (vec![0; cells], vec![0; cells]);
        for (&[position, place], _) in evaluator.groups.iter().zip(&peak).filter(|(_, peak)| **peak > 0) {
            positions[position as usize] += 1;
            places[place as usize] += 1;
        }
        Self { peak, days, positions, places }
    }

    /// Whether a cell had anybody.
    pub(super) fn is_alive(&self, cell: usize) -> bool {
        self.peak[cell] > 0
    }

    /// The most people that a cell had on one day.
    pub(super) fn peak(&self, cell: usize) -> u32 {
        self.peak[cell]
    }

    /// Days eligible of a cell.
    pub(super) fn days(&self, cell: usize) -> u64 {
        self.days[cell]
    }
}

impl Evaluator {
    /// With whom a cell is compared.
    pub(super) fn basis(&self, crowd: &Crowd, cell: usize) -> Option<Basis> {
        let [position, place] = self.groups[cell];
        if crowd.places[place as usize] >= SITE_PEERS {
            return Some(Basis::PositionAndSite);
        }
        (crowd.positions[position as usize] >= POSITION_PEERS).then_some(Basis::Position)
    }

    /// With how many others a cell is compared.
    pub(super) fn peers(&self, crowd: &Crowd, cell: usize) -> u32 {
        let [position, place] = self.groups[cell];
        let like = match self.basis(crowd, cell) {
            Some(Basis::PositionAndSite) => crowd.places[place as usize],
            _ => crowd.positions[position as usize],
        };
        like.saturating_sub(1)
    }

    /// The first day with a count of some cells.
    pub(super) fn first_day(&self, cells: &[u32]) -> Option<Day> {
        cells.iter().map(|&cell| self.first_day[cell as usize]).min()
    }

    /// Of the last day with anybody: eligible people of some cells, and those of them that are new.
    pub(super) fn newest(&self, cells: &[u32]) -> (u64, u64) {
        cells.iter().map(|&cell| cell as usize).fold((0, 0), |(eligible, new), cell| {
            (eligible + u64::from(self.newest[cell]), new + u64::from(self.newcomers[cell]))
        })
    }

    /// The cell of the position with the most days eligible in four weeks; the first by name of equals.
    pub(super) fn main(&self, crowd: &Crowd, cells: &[u32]) -> usize {
        if let [cell] = cells {
            return *cell as usize;
        }
        let position = |cell: usize| self.names.key(cell).position.as_str();
        let cells = || cells.iter().map(|&cell| cell as usize);
        let of_position =
            |name: &str| cells().filter(|&c| position(c) == name).map(|c| crowd.days(c)).sum::<u64>();
        let rank = |&cell: &usize| {
            let name = position(cell);
            (
                of_position(name),
                std::cmp::Reverse(name),
                crowd.days(cell),
                std::cmp::Reverse(self.names.key(cell)),
            )
        };
        cells().max_by(|a, b| rank(a).cmp(&rank(b))).unwrap_or(0)
    }

    /// Days of a window on which one of the cells was void.
    pub(super) fn void_days(&self, cells: &[u32], days: usize, lag: usize) -> u32 {
        let void = cells.iter().fold(0, |bits, &cell| bits | self.void[cell as usize]);
        ((void >> lag) & ((1 << days) - 1)).count_ones()
    }
}
