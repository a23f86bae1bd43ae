//! Weeks as they are published: frozen three days after their end.

use super::{Evaluator, PUBLISHED_AFTER, UnitDay};
use crate::domain::{
    figures::{of_hundred, to_five},
    rule::{Basis, LEVEL_DAYS, Unit, bases, posterior},
    standing::Day,
};

/// One week of a unit, Monday to Sunday, rounded as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitWeek {
    /// The unit.
    pub unit: String,
    /// The Monday.
    pub monday: Day,
    /// Days used of 100; `None` with fewer than five people, or nothing counted.
    pub rate: Option<i32>,
    /// What comparable teams did; `None` as above, or without comparable teams.
    pub expected: Option<i32>,
    /// The index of the 28 days up to the end of the week.
    pub index: Option<i32>,
    /// Days that do not count.
    pub void_days: i32,
}

/// Days of a week.
const WEEK: usize = 7;

/// The Monday of the week that is published on a day; `None` on the other six.
fn published_on(day: Day) -> Option<Day> {
    let sunday = day - PUBLISHED_AFTER;
    // 1970-01-01 was a Thursday, so days 3, 10, 17 … are Sundays.
    ((sunday - 3).rem_euclid(7) == 0).then_some(sunday - 6)
}

impl Evaluator {
    /// The week that is published on the last day pushed, for the units judged on it.
    pub fn weeks(&self, units: &[UnitDay]) -> Vec<UnitWeek> {
        let Some(monday) = self.day.and_then(published_on) else { return Vec::new() };
        let lag = usize::try_from(PUBLISHED_AFTER).unwrap_or(0);
        let alive: Vec<usize> = (0..self.cells.len()).filter(|&c| self.is_alive(c)).collect();
        let kinds: Vec<_> = alive.iter().map(|&c| self.cells[c].cell).collect();
        let basis = bases(&kinds);
        let cells_of = |unit: &UnitDay| -> Vec<usize> {
            alive.iter().copied().filter(|&c| unit.group.members.contains(&self.cells[c].key.team)).collect()
        };
        let cells: Vec<Vec<usize>> = units.iter().map(cells_of).collect();
        let compared = |cells: &Vec<usize>| Unit {
            cells: cells.iter().filter_map(|c| Some((*c, basis[alive.binary_search(c).ok()?]?))).collect(),
            ..Unit::default()
        };
        let all = |cells: &Vec<usize>| Unit {
            cells: cells.iter().map(|&c| (c, Basis::Position)).collect(),
            ..Unit::default()
        };
        let compared: Vec<Unit> = cells.iter().map(compared).collect();
        let everybody: Vec<Unit> = cells.iter().map(all).collect();
        let own = self.engine.sums(&everybody, WEEK, lag);
        let against = self.engine.sums(&compared, WEEK, lag);
        let level = self.engine.sums(&compared, LEVEL_DAYS, lag);
        units
            .iter()
            .enumerate()
            .filter(|(i, _)| own[*i].eligible > 0.0 || self.void_days(&cells[*i], WEEK, lag) > 0)
            .map(|(i, unit)| {
                let shown = own[i].eligible > 0.0 && self.is_shown_in_week(&cells[i], lag);
                let peers = shown && against[i].expected > 0.0;
                UnitWeek {
                    unit: unit.group.id.clone(),
                    monday,
                    rate: shown.then(|| of_hundred(own[i].active / own[i].eligible)),
                    expected: peers.then(|| of_hundred(against[i].expected / against[i].eligible)),
                    index: (peers && level[i].is_enough())
                        .then(|| to_five(posterior::level(&level[i]).index)),
                    void_days: i32::try_from(self.void_days(&cells[i], WEEK, lag)).unwrap_or(0),
                }
            })
            .collect()
    }

    fn is_shown_in_week(&self, cells: &[usize], lag: usize) -> bool {
        self.people(cells).into_iter().skip(lag).take(WEEK).max().unwrap_or(0) >= kit::privacy::FLOOR
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_published_on_wednesday() {
        // 2026-03-04 is a Wednesday, 20516 days after 1970-01-01; its week before began on 2026-02-23.
        assert_eq!(published_on(20_516), Some(20_507));
        assert_eq!(published_on(20_517), None);
    }
}
