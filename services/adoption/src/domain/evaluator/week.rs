//! Weeks as they are published: frozen three days after their end.

use kit::privacy::FLOOR;

use super::{Evaluator, PUBLISHED_AFTER, UnitDay, crowd::Crowd};
use crate::domain::{
    figures::{of_hundred, to_five},
    rule::{Basis, History, LEVEL_DAYS, Units, posterior},
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

/// Days before a day whose totals are needed to publish a week on it; none on the other six days of a week.
pub(super) fn looks_back(day: Day) -> impl Iterator<Item = usize> {
    let lag = usize::try_from(PUBLISHED_AFTER).unwrap_or(0);
    published_on(day).into_iter().flat_map(move |_| [lag, lag + WEEK, lag + LEVEL_DAYS])
}

/// The units of a week: their cells, with those that they are compared with, and for themselves.
struct Asked {
    cells: Vec<Vec<u32>>,
    compared: Units,
    everybody: Units,
}

impl Evaluator {
    /// The week that is published on the last day pushed, for the units judged on it.
    pub fn weeks(&self, units: &[UnitDay]) -> Vec<UnitWeek> {
        let Some(monday) = self.day.and_then(published_on) else { return Vec::new() };
        let lag = usize::try_from(PUBLISHED_AFTER).unwrap_or(0);
        let Asked { cells, compared, everybody } = self.asked(units);
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

    #[expect(clippy::cast_possible_truncation, reason = "numbers of cells come from u32")]
    fn asked(&self, units: &[UnitDay]) -> Asked {
        let crowd = Crowd::of(self);
        let layout = self.names.layout();
        let mut asked = Asked {
            cells: Vec::with_capacity(units.len()),
            compared: Units::default(),
            everybody: Units::default(),
        };
        for unit in units {
            let members = unit.group.members.iter().filter_map(|m| layout.find(m));
            let cells: Vec<u32> = members
                .flat_map(|team| layout.cells(team))
                .filter(|&cell| crowd.is_alive(cell))
                .map(|c| c as u32)
                .collect();
            let own = || cells.iter().map(|&cell| cell as usize);
            let compared = own().filter_map(|cell| Some((cell, self.basis(&crowd, cell)?)));
            asked.compared.add(compared, History::default());
            asked.everybody.add(own().map(|cell| (cell, Basis::Position)), History::default());
            asked.cells.push(cells);
        }
        asked
    }

    fn is_shown_in_week(&self, cells: &[u32], lag: usize) -> bool {
        self.people(cells).skip(lag).take(WEEK).max().unwrap_or(0) >= FLOOR
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
